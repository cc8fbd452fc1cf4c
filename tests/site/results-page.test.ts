import { expect, test } from 'vitest';
import { readPage, readText, siteFiles } from './support/pages.ts';

test('en/search/ asks at once for the stems and stop words of its language, and of no other', async () => {
  const document = await readPage('en/search/');
  const asked = [...document.querySelectorAll('link[rel="modulepreload"]')].map((link) =>
    link.getAttribute('href')!.replace(/^.*\//, ''),
  );
  const code = (
    await Promise.all((await siteFiles()).filter((name) => /^_astro\/.*\.js$/.test(name)).map(readText))
  ).join('');
  const languages = [
    ...new Set([...code.matchAll(/import\(["'`]\.\/([a-z]{2}\.[^"'`/]+\.js)["'`]\)/g)].map(([, name]) => name!)),
  ];
  expect(languages.length).toBeGreaterThan(20);
  expect(asked.filter((name) => languages.includes(name)).sort()).toEqual(
    languages.filter((name) => name.startsWith('en.')).sort(),
  );
});

for (const address of ['search/', 'en/search/', 'ko/search/']) {
  test(`${address} asks at once for all modules that its scripts import`, async () => {
    const document = await readPage(address);
    const named = (selector: string, attribute: string) =>
      [...document.querySelectorAll(selector)].map((element) =>
        element.getAttribute(attribute)!.replace(/^.*\/_astro\//, '_astro/'),
      );
    const asked = new Set([...named('script[type="module"]', 'src'), ...named('link[rel="modulepreload"]', 'href')]);
    const imported = (await Promise.all([...asked].map(readText))).flatMap((code) =>
      [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`),
    );
    expect(imported.length).toBeGreaterThan(1);
    expect(imported.filter((name) => !asked.has(name))).toEqual([]);
    // A browser has six at a time from a host that speaks HTTP/1.1.
    expect(asked.size).toBeLessThanOrEqual(6);
  });

  test(`${address} asks at once for the index files that every search needs`, async () => {
    const document = await readPage(address);
    const asked = document
      .querySelector('script[data-files]')!
      .getAttribute('data-files')!
      .split(' ')
      .map((href) => href.replace(/^.*\/_search\//, '_search/'));
    const files = await siteFiles();
    const folder = asked[0]!.replace(/[^/]+$/, '');
    const present = ['manifest.json', 'core.bin', 'vectors.bin', 'student.bin']
      .map((name) => folder + name)
      .filter((name) => files.includes(name));
    expect(present.length).toBeGreaterThan(1);
    expect(asked).toEqual(present);
  });
}
