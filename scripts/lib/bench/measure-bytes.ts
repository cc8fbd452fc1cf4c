import type { Browser } from 'playwright-core';
import { reportConnection } from '../browser/conditions.ts';
import type { BenchLocale } from './bench-locales.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

const kB = (bytes: number) => bytes / 1000;

/** What a further search may take at most, kB: in the default locale, and in the others. */
const FURTHER = { standard: 40, other: 45 };

/** Bytes on the wire: pages on a first visit, and in each locale a first search and each further one. */
export async function measureBytes(
  browser: Browser,
  site: string,
  locales: readonly [BenchLocale, ...BenchLocale[]],
): Promise<Row[]> {
  const rows: Row[] = [];
  const [{ pages: standard }] = locales;
  for (const [name, path] of [
    ['article', standard.article],
    ['home', standard.home],
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
  for (const { locale, label, pages, queries } of locales) {
    const { first, further, foreign } = await searches(browser, site + pages.article, queries, locale);
    rows.push({
      group: 'bytes',
      name: `${label}first search, focus to semantic results`,
      value: kB(median(first)),
      unit: 'kB',
      target: { atMost: 250 },
    });
    rows.push({
      group: 'bytes',
      name: `${label}further search, median`,
      value: kB(median(further)),
      unit: 'kB',
      target: { atMost: label === '' ? FURTHER.standard : FURTHER.other },
    });
    rows.push({
      group: 'bytes',
      name: `${label}index files for other languages, all these searches`,
      value: kB(foreign),
      unit: 'kB',
      target: { atMost: 0 },
    });
  }
  return rows;
}

/** Whether a file of the index is there for questions in other languages than the locale's, or is another locale's. */
function isForeign(url: string, locale: string): boolean {
  const folder = /\/_search\/([^/]+)\.[0-9a-f]+\//.exec(url)?.[1];
  return folder !== undefined && (folder !== locale || url.includes('/foreign-'));
}

/** Save-Data keeps the deep tier away, so that only the instant tier is counted. */
async function searches(
  browser: Browser,
  address: string,
  queries: string[],
  locale: string,
): Promise<{ first: number[]; further: number[]; foreign: number }> {
  const first: number[] = [];
  const further: number[] = [];
  let foreign = 0;
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
      for (const { url, bytes } of await transfers.transfers()) if (isForeign(url, locale)) foreign += bytes;
    }
    await context.close();
  }
  return { first, further, foreign };
}
