import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inlineScripts, inlineSource } from '../../src/integrations/inline-scripts.ts';
import { readText, sitePages } from './support/pages.ts';

/** A script with all that it fetches when it is loaded. */
async function withImports(file: string, known = new Map<string, string>()): Promise<Map<string, string>> {
  if (known.has(file)) return known;
  const text = await readText(file);
  known.set(file, text);
  for (const [, name] of text.matchAll(/(?:from|import)\s*["`'](\.[^"`']+)["`']/g))
    await withImports(join(dirname(file), name!), known);
  return known;
}

describe('A site that has no notices', () => {
  test('has none of their bytes in any page', async () => {
    for (const page of await sitePages())
      expect(await readText(page), page).not.toMatch(/data-notices|data-live|closed-notices|\/notices\.[^"]*\.css/);
  });

  test('has none of their bytes in what an article’s scripts fetch', async () => {
    const page = (await sitePages()).find((name) => /^en\/billing\/[^/]+\/index\.html$/.test(name))!;
    const sources = [...(await readText(page)).matchAll(/<script type="module" src="[^"]*?(_astro\/[^"]+)"/g)];
    expect(sources.length).toBeGreaterThan(0);
    for (const [, source] of sources)
      for (const [file, text] of await withImports(source!)) expect(text, file).not.toMatch(/[\w-]+-notices\b/);
  });
});

test('a site whose owner arranges nothing has no bytes of it in any page, nor of lists and filters in an article', async () => {
  for (const page of await sitePages())
    expect(await readText(page), page).not.toMatch(
      /\/(?:navigation|long-lists)\.[^"]*\.css|page-links|more-topics|reviewFiles/,
    );
  const page = (await sitePages()).find((name) => /^en\/billing\/[^/]+\/index\.html$/.test(name))!;
  const sheets = [...(await readText(page)).matchAll(/<link rel="stylesheet" href="[^"]*?(_astro\/[^"]+\.css)"/g)];
  expect(sheets.length).toBeGreaterThan(1);
  for (const [, sheet] of sheets)
    expect(await readText(sheet!), sheet).not.toMatch(/footer-columns|guide-steps|tool-phone|list-filter|jump-beside/);
});

test('a site that names no help desk has no bytes for one in any page, and articles none of the agents’ page', async () => {
  for (const page of await sitePages()) {
    const text = await readText(page);
    expect(text, page).not.toMatch(/dataset\.panel|data-framers/);
    if (!page.endsWith('/agents/index.html')) expect(text, page).not.toMatch(/\/agents-page\.[^"]*\.css|data-bookmark/);
  }
  const page = (await sitePages()).find((name) => /^en\/billing\/[^/]+\/index\.html$/.test(name))!;
  for (const [, sheet] of (await readText(page)).matchAll(/<link rel="stylesheet" href="[^"]*?(_astro\/[^"]+\.css)"/g))
    expect(await readText(sheet!), sheet).not.toMatch(/\.agents-(?!keys)/);
});

test('no page but those with a film of another site has a byte of it, or its origin in the policy', async () => {
  const players = /youtube|vimeo/i;
  for (const page of await sitePages()) {
    const text = await readText(page);
    const has = /\/theft-and-damage\/films-elsewhere\/index\.html$/.test(page);
    const [policy = ''] = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(text) ?? [];
    expect(players.test(policy), page).toBe(has);
    expect(/data-player|\/embedded-videos\.[^"]*\.(?:css|js)/.test(text), page).toBe(has);
  }
  const rules = (await readText('_headers')).split('\n\n').filter((rule) => players.test(rule));
  const pages = ['en', 'ko', 'zh-cn'].map((locale) => `/help/${locale}/theft-and-damage/films-elsewhere/`);
  expect(rules.map((rule) => rule.split('\n')[0]).sort()).toEqual(pages);
});

test('a page has no byte for choices and tabs unless it has some, and then at most 1.5 kB of script and style', async () => {
  const boot = inlineScripts.variantsBoot;
  const bytes = (text: string): number => gzipSync(text, { level: 9 }).length;
  let pages = 0;
  for (const page of await sitePages()) {
    const text = await readText(page);
    const used = /<details [^>]*(?:data-for=|class="details tab")/.test(text);
    expect(text.includes(boot), page).toBe(used);
    expect(text.includes(inlineSource('variantsBoot')), page).toBe(used);
    const sheets = [...text.matchAll(/href="[^"]*?(_astro\/variants\.[^"]+\.css)"/g)];
    expect(sheets.length, page).toBe(used ? 1 : 0);
    if (!used) continue;
    pages += 1;
    const script = bytes(text) - bytes(text.replace(boot, ''));
    expect(script + bytes(await readText(sheets[0]![1]!)), page).toBeLessThanOrEqual(1536);
  }
  expect(pages).toBeGreaterThan(3);
});
