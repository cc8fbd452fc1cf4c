import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { openIndex } from '../../src/search/core/index/search-index.ts';
import { search } from '../../src/search/core/search.ts';
import type { BuiltIndex } from '../../src/search/indexer/write/write-index.ts';
import { indexWords, LARGE, WORDS } from '../support/indexed-words.ts';
import { answered, shownArticles, suggestedTitles, type } from './support/search.ts';
import { testWithoutModel as base, expect } from './support/visitor.ts';

const test = base.extend({ cached: false });

let large: BuiltIndex;
beforeAll(async () => {
  large = await indexWords(LARGE);
});

/**
 * Puts the index of a large site in the place of the page's own.
 * @param lost Names of files that are not there.
 * @returns the names of the files that are fetched.
 */
async function serveLarge(page: Page, lost = /^$/): Promise<string[]> {
  const files = new Map([...large.files].map(([name, content]) => [name.replace(/^.*\//, ''), Buffer.from(content)]));
  const fetched: string[] = [];
  await page.route(/_search\/(?:en\.|current\/en)/, (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\//, '').replace('en.json', 'manifest.json');
    fetched.push(name);
    const body = lost.test(name) ? undefined : files.get(name);
    return route.fulfill(body ? { body } : { status: 404 });
  });
  return fetched;
}

const [first, second] = [WORDS[40]!, WORDS[20]!];

/** What a panel showed at one moment. */
interface Drawn {
  query: string | undefined;
  state: string | undefined;
  tier: string | undefined;
  verdict: string | undefined;
  rows: number;
  height: number;
}

/**
 * Opens a page of a large site, asks it one question and records what its panel shows from then on.
 * @returns tells what was recorded so far.
 */
async function watchedPanel(page: Page, open: (path: string) => Promise<unknown>): Promise<() => Promise<Drawn[]>> {
  await serveLarge(page);
  await open('/en/');
  await type(page, `mend ${first}`);
  await answered(page, `mend ${first}`);
  await page.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('.search-panel')!;
    const drawn: Drawn[] = [];
    Object.assign(window, { drawn });
    new MutationObserver(() => {
      const { query, state, tier, verdict } = panel.dataset;
      const rows = panel.querySelectorAll('[data-article]').length;
      drawn.push({ query, state, tier, verdict, rows, height: panel.offsetHeight });
    }).observe(panel, { childList: true, subtree: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { drawn: Drawn[] }).drawn);
}
const questions = [
  first,
  `About ${first}`,
  `Abuot ${first}`,
  `mend ${first}`,
  `mend ${first} and ${second}`,
  `have ${second} at hand`,
  `"turn ${second} off"`,
];

test('a large site is searched in the browser as in Node', async ({ visitor: { page, open } }) => {
  const fetched = await serveLarge(page);
  const index = await openIndex({ manifest: large.manifest, fetchFile: async (name) => large.files.get(name)! });
  await open('/en/search/');
  for (const question of questions) {
    await page.fill('.search-input', question);
    await answered(page, question, ['instant']);
    const { hits, verdict } = await search(index, question, { tier: 'instant', lastWordPartial: true });
    const ids = hits.map(({ article }) => article).slice(0, verdict === 'none' ? 3 : 10);
    expect(await shownArticles(page), question).toEqual(ids);
  }
  const kinds = new Set(fetched.map((name) => name.replace(/-\d+\.bin$/, '')));
  expect([...kinds]).toEqual(expect.arrayContaining(['title-words', 'title-whole', 'vectors', 'words', 'texts']));
  expect(fetched.length).toBeLessThan(large.files.size / 2);
});

test('what is typed of a large site’s title finds it', async ({ visitor: { page, open } }) => {
  await serveLarge(page);
  await open('/en/');
  await type(page, `About ${first.slice(0, 4)}`);
  await answered(page, `About ${first.slice(0, 4)}`);
  expect((await suggestedTitles(page))[0]).toBe(`About ${first}`);
});

test('while somebody types ahead of a large site’s files, the list may only grow', async ({
  visitor: { page, open },
}) => {
  const drawnSoFar = await watchedPanel(page, open);
  await page.locator('.search-input').pressSequentially(` and ${second} at hand`, { delay: 40 });
  await answered(page, `mend ${first} and ${second} at hand`);
  const drawn = await drawnSoFar();
  const coming = drawn.filter(({ state }) => state === 'searching');
  // Otherwise nothing would show that it holds.
  expect(new Set(coming.map(({ rows }) => rows)).size).toBeGreaterThan(1);
  const shorter = drawn.filter(
    ({ height, state }, place) =>
      state === 'searching' && drawn[place - 1]?.state === 'searching' && height < drawn[place - 1]!.height,
  );
  expect(shorter).toEqual([]);
  expect(await page.locator('.search-panel').evaluate(({ style }) => style.minBlockSize)).toBe('');
});

test('two letters typed in a burst show one article at once, and not as a certain answer', async ({
  visitor: { page, open },
}) => {
  const drawnSoFar = await watchedPanel(page, open);
  const letters = second.slice(0, 2);
  await page.fill('.search-input', '');
  await page.locator('.search-input').pressSequentially(letters, { delay: 40 });
  await answered(page, letters);
  const early = (await drawnSoFar()).find(({ query, tier }) => query === letters && tier);
  expect(early).toMatchObject({ tier: 'lexical', verdict: 'related', rows: 1 });
});

test('clusters of vectors that are gone leave a search by words', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await serveLarge(page, /^vectors-\d+\.bin$/);
  await open('/en/search/');
  await page.fill('.search-input', `mend ${first}`);
  await answered(page, `mend ${first}`);
  expect((await shownArticles(page))[0]).toBe('a40');
});

test('titles that are gone leave a search by the words of texts', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await serveLarge(page, /^title-/);
  await open('/en/search/');
  await page.fill('.search-input', `About ${first}`);
  await answered(page, `About ${first}`);
  expect((await shownArticles(page))[0]).toBe('a40');
});
