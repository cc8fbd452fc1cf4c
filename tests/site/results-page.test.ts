import { expect, test } from 'vitest';
import { readPage, readText, siteFiles } from './support/pages.ts';

for (const address of ['search/', 'en/search/', 'ko/search/']) {
  test(`${address} asks at once for all modules that its scripts import`, async () => {
    const document = await readPage(address);
    const named = (selector: string, attribute: string) => [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute)!.replace(/^.*\/_astro\//, '_astro/'));
    const asked = new Set([...named('script[type="module"]', 'src'), ...named('link[rel="modulepreload"]', 'href')]);
    const imported = (await Promise.all([...asked].map(readText))).flatMap((code) => [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`));
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((name) => !asked.has(name))).toEqual([]);
  });

  test(`${address} asks at once for the index files that every search needs`, async () => {
    const document = await readPage(address);
    const asked = [...document.querySelectorAll('link[rel="preload"][as="fetch"]')].map((link) => link.getAttribute('href')!.replace(/^.*\/_search\//, '_search/'));
    const files = await siteFiles();
    const folder = asked[0]!.replace(/[^/]+$/, '');
    const present = ['manifest.json', 'core.bin', 'vectors.bin', 'student.bin'].map((name) => folder + name).filter((name) => files.includes(name));
    expect(present.length).toBeGreaterThan(1);
    expect(asked).toEqual(present);
  });
}
