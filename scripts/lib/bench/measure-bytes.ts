import type { Browser } from 'playwright-core';
import { reportConnection } from '../browser/conditions.ts';
import type { PageTypes } from '../browser/page-types.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

const kB = (bytes: number) => bytes / 1000;

/** Bytes on the wire: pages on a first visit, a first search, and each further one. */
export async function measureBytes(
  browser: Browser,
  site: string,
  pages: PageTypes,
  queries: string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, path] of [
    ['article', pages.article],
    ['home', pages.home],
  ] as const) {
    const { page, context, transfers } = await newVisitor(browser);
    await page.goto(site + path, { waitUntil: 'networkidle' });
    rows.push({
      group: 'bytes',
      name: `${name} page, first visit`,
      value: kB(await transfers.bytes()),
      unit: 'kB',
      target: { atMost: name === 'article' ? 58 : 60 },
    });
    rows.push({
      group: 'bytes',
      name: `${name} page, requests`,
      value: (await transfers.transfers()).length,
      unit: '',
    });
    await context.close();
  }
  const { first, further } = await searches(browser, site + pages.article, queries);
  rows.push({
    group: 'bytes',
    name: 'first search, focus to semantic results',
    value: kB(median(first)),
    unit: 'kB',
    target: { atMost: 250 },
  });
  rows.push({
    group: 'bytes',
    name: 'further search, median',
    value: kB(median(further)),
    unit: 'kB',
    target: { atMost: 40 },
  });
  return rows;
}

/** Save-Data keeps the deep tier away, so that only the instant tier is counted. */
async function searches(
  browser: Browser,
  address: string,
  queries: string[],
): Promise<{ first: number[]; further: number[] }> {
  const first: number[] = [];
  const further: number[] = [];
  // Each of the first few queries takes its turn as the first one of a new visitor.
  for (const opening of queries.slice(0, 3)) {
    const { page, context, transfers } = await newVisitor(browser);
    await reportConnection(page, { saveData: true });
    await page.goto(address, { waitUntil: 'networkidle' });
    for (const query of [opening, ...queries.filter((one) => one !== opening)]) {
      transfers.clear();
      await page.fill('.search-input', '');
      await page.fill('.search-input', query);
      await waitForTier(page, query, ['instant']);
      await page.waitForLoadState('networkidle');
      (query === opening ? first : further).push(await transfers.bytes());
    }
    await context.close();
  }
  return { first, further };
}
