import type { Page } from 'playwright-core';
import { reportConnection, slow4g, throttleNetwork } from '../../scripts/lib/browser/conditions.ts';
import { siteQueries } from '../support/site-queries.ts';
import { answered } from './support/search.ts';
import { test as base, expect } from './support/visitor.ts';

const test = base.extend({ cached: false });

const question = "how long until I've got my money back";
const deepFiles = /_search\/model\//;

/** Budgets of the sample site in bytes on the wire, headers included. */
const budget = {
  articlePage: 58_000,
  // Code and index; and with the passages that are shown, those of a ranking by words included where that is drawn first.
  firstSearch: 146_000,
  firstAnswers: 165_000,
  firstWords: 200_000,
  typedSearch: 270_000,
  furtherSearch: 40_000,
};

test('an article page stays within its budget', async ({ visitor: { page, open, transfers } }) => {
  await open('/en/billing/refunds/');
  await page.waitForLoadState('networkidle');
  expect(await transfers.bytes()).toBeLessThan(budget.articlePage);
});

test('a first search, code and index together, and each further one stay within their budgets', async ({
  visitor: { page, open, transfers },
}) => {
  await reportConnection(page, { saveData: true });
  await open('/en/billing/refunds/');
  await page.waitForLoadState('networkidle');
  transfers.clear();
  await page.fill('.search-input', question);
  await answered(page, question, ['instant']);
  await page.waitForLoadState('networkidle');
  const passages = (await transfers.transfers()).filter(({ url }) => /\/texts-\d+\.bin/.test(url));
  const shown = passages.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(shown).toBeGreaterThan(0);
  expect((await transfers.bytes()) - shown).toBeLessThan(budget.firstSearch);
  expect(await transfers.bytes()).toBeLessThan(budget.firstAnswers);
  const further: number[] = [];
  for (const query of siteQueries('en', 9)) {
    transfers.clear();
    await page.fill('.search-input', query);
    await answered(page, query, ['instant']);
    await page.waitForLoadState('networkidle');
    further.push(await transfers.bytes());
  }
  expect(further.sort((a, b) => a - b)[4]).toBeLessThan(budget.furtherSearch);
});

test('a whole question typed letter by letter, with all that its beginnings ask for, stays within its budget', async ({
  visitor: { page, open, transfers },
}) => {
  await reportConnection(page, { saveData: true });
  await open('/en/billing/refunds/');
  await page.waitForLoadState('networkidle');
  transfers.clear();
  const input = page.locator('.search-input');
  await input.pressSequentially(question.slice(0, 8), { delay: 120 });
  await answered(page, question.slice(0, 8), ['instant']);
  expect(await transfers.bytes()).toBeLessThan(budget.firstWords);
  await input.pressSequentially(question.slice(8), { delay: 120 });
  await answered(page, question, ['instant']);
  await page.waitForLoadState('networkidle');
  expect(await transfers.bytes()).toBeLessThan(budget.typedSearch);
});

/** Tiers in the order in which the list showed them for the question. */
async function recordTiers(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate((wanted) => {
    const tiers: string[] = [];
    Object.assign(window, { tiers });
    const panel = document.querySelector<HTMLElement>('.search-panel')!;
    new MutationObserver(() => {
      const { query, tier } = panel.dataset;
      if (query === wanted && tier && tiers.at(-1) !== tier) tiers.push(tier);
    }).observe(panel, { attributes: true });
  }, question);
  return () => page.evaluate(() => (window as unknown as { tiers: string[] }).tiers);
}

test('on a slow line keyword results come first, then semantic ones, then the deep ones', async ({
  visitor: { page, open },
}) => {
  await reportConnection(page, {});
  await open('/en/');
  const tiers = await recordTiers(page);
  await throttleNetwork(page, slow4g);
  await page.focus('.search-input');
  await page.fill('.search-input', question);
  await answered(page, question, ['instant']);
  await throttleNetwork(page, undefined);
  await answered(page, question, ['deep']);
  expect(await tiers()).toEqual(['lexical', 'instant', 'deep']);
});

for (const [name, reported] of [
  ['Save-Data', { saveData: true }],
  ['3g', { effectiveType: '3g' }],
  ['2g', { effectiveType: '2g' }],
] as const) {
  test(`under ${name} the deep tier is not loaded`, async ({ visitor: { page, open, transfers } }) => {
    await reportConnection(page, reported);
    await open('/en/');
    await page.fill('.search-input', question);
    await answered(page, question, ['instant']);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    expect((await transfers.transfers()).filter(({ url }) => deepFiles.test(url))).toEqual([]);
  });
}

test('the deep tier is not loaded before somebody searches', async ({ visitor: { page, open, transfers } }) => {
  await open('/en/');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  expect((await transfers.transfers()).filter(({ url }) => deepFiles.test(url))).toEqual([]);
});
