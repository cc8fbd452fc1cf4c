import type { Browser } from 'playwright-core';
import { reportConnection, slowCpu } from '../browser/conditions.ts';
import type { BenchLocale } from './bench-locales.ts';
import { keyTimings, watchKeys } from './key-timings.ts';
import type { Row } from './row.ts';
import { quantile } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

/** The most that 95 of 100 key presses may take, ms: in the default locale, and in the others. */
const P95 = { standard: 50, other: 60 };

/**
 * Types the queries of each locale letter by letter and measures, in the page, the time from each key press until results for
 * the text so far are painted. The first query of a visitor, during which code and index arrive, is counted separately.
 */
export async function measureKeys(browser: Browser, site: string, locales: readonly BenchLocale[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const locale of locales) for (const factor of [1, 4]) rows.push(...(await typed(browser, site, locale, factor)));
  return rows;
}

async function typed(
  browser: Browser,
  site: string,
  { label, pages, queries }: BenchLocale,
  factor: number,
): Promise<Row[]> {
  const { page, context } = await newVisitor(browser);
  await reportConnection(page, { saveData: true });
  await watchKeys(page);
  await page.goto(site + pages.article, { waitUntil: 'networkidle' });
  if (factor > 1) await slowCpu(page, factor);
  for (const query of queries) {
    await page.fill('.search-input', '');
    await page.locator('.search-input').pressSequentially(query, { delay: 60 });
    await waitForTier(page, query, ['instant', 'lexical']);
    await page.waitForTimeout(100);
  }
  const timings = await keyTimings(page);
  await context.close();
  const speed = factor === 1 ? 'normal speed' : `CPU ${factor}x slower`;
  const later = timings.filter(({ at }) => at > (queries[0]?.length ?? 0));
  const firsts = later.map(({ first }) => first);
  const instants = later.map(({ instant }) => instant).filter((value) => value !== undefined);
  const most = label === '' ? P95.standard : P95.other;
  return [
    ...keyRows(`${label}key press to first results`, speed, firsts, most),
    ...keyRows(`${label}key press to instant results`, speed, instants, most),
  ];
}

function keyRows(what: string, speed: string, milliseconds: number[], most: number): Row[] {
  return [
    { group: 'speed', name: `${what}, median, ${speed}`, value: quantile(milliseconds, 0.5), unit: 'ms' },
    {
      group: 'speed',
      name: `${what}, p95, ${speed}`,
      value: quantile(milliseconds, 0.95),
      unit: 'ms',
      target: { atMost: most },
    },
  ];
}
