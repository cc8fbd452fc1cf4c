import type { Browser } from 'playwright-core';
import { reportConnection, slowCpu } from '../browser/conditions.ts';
import type { BenchLocale } from './bench-locales.ts';
import { keyRecord, watchKeys } from './key-timings.ts';
import type { Row } from './row.ts';
import { median, quantile } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

/** The most that 95 of 100 key presses may take, ms: in the default locale, and in the others. */
const P95 = { standard: 50, other: 60 };

/**
 * Types the queries of each locale letter by letter and measures, in the page, the time from each key press until results for
 * the text so far are painted. The first query of a visitor, during which code and index arrive, is not counted, nor are keys
 * that the next one overtook: how many were not overtaken is a row of its own.
 * @param visits How often, each time by a browser that has nothing yet; rows are medians of theirs.
 */
export async function measureKeys(
  browser: Browser,
  site: string,
  locales: readonly BenchLocale[],
  visits = 1,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const locale of locales)
    for (const factor of [1, 4]) {
      const typed: Typed[] = [];
      for (let visit = 0; visit < visits; visit++) typed.push(await visited(browser, site, locale, factor));
      rows.push(...rowsOf(typed, locale, factor === 1 ? 'normal speed' : `CPU ${factor}x slower`));
    }
  return rows;
}

/** What was measured in one visit: milliseconds of keys, and the share of them that had results, in percent. */
interface Typed {
  first: number[];
  instant: number[];
  answered: number;
}

async function visited(
  browser: Browser,
  site: string,
  { pages, queries }: BenchLocale,
  factor: number,
): Promise<Typed> {
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
  const { timings, asking } = await keyRecord(page);
  await context.close();
  const isLater = (at: number) => at > (queries[0]?.length ?? 0);
  const later = timings.filter(({ at }) => isLater(at));
  return {
    first: later.map(({ first }) => first),
    instant: later.map(({ instant }) => instant).filter((value) => value !== undefined),
    answered: (100 * later.length) / asking.filter(isLater).length,
  };
}

function rowsOf(visits: readonly Typed[], { label }: BenchLocale, speed: string): Row[] {
  const most = label === '' ? P95.standard : P95.other;
  const of = (value: (visit: Typed) => number): number => median(visits.map(value));
  const row = (what: string, value: number, unit: string, target?: Row['target']): Row => ({
    group: 'speed',
    name: `${label}${what}, ${speed}`,
    value,
    unit,
    ...(target && { target }),
  });
  return [
    ...(['first', 'instant'] as const).flatMap((results) => [
      row(
        `key press to ${results} results, median`,
        of((visit) => median(visit[results])),
        'ms',
      ),
      row(
        `key press to ${results} results, p95`,
        of((visit) => quantile(visit[results], 0.95)),
        'ms',
        { atMost: most },
      ),
    ]),
    row(
      'key presses with results before the next one',
      of(({ answered }) => answered),
      '%',
    ),
  ];
}
