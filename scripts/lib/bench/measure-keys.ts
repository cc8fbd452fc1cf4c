import type { Browser } from 'playwright-core';
import { reportConnection, slowCpu } from '../browser/conditions.ts';
import type { PageTypes } from '../browser/page-types.ts';
import { keyTimings, watchKeys } from './key-timings.ts';
import type { Row } from './row.ts';
import { quantile } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

/**
 * Types the queries letter by letter and measures, in the page, the time from each key press until results for
 * the text so far are painted. The first query of a visitor, during which code and index arrive, is counted separately.
 */
export async function measureKeys(browser: Browser, site: string, pages: PageTypes, queries: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const factor of [1, 4]) {
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
    const speed = factor === 1 ? 'normal speed' : `CPU ${factor}x slower`;
    const later = timings.filter(({ at }) => at > (queries[0]?.length ?? 0));
    const instants = later.map(({ instant }) => instant).filter((value) => value !== undefined);
    rows.push(
      ...keyRows(
        'key press to first results',
        speed,
        later.map(({ first }) => first),
      ),
      ...keyRows('key press to instant results', speed, instants),
    );
    await context.close();
  }
  return rows;
}

function keyRows(what: string, speed: string, milliseconds: number[]): Row[] {
  return [
    { group: 'speed', name: `${what}, median, ${speed}`, value: quantile(milliseconds, 0.5), unit: 'ms' },
    {
      group: 'speed',
      name: `${what}, p95, ${speed}`,
      value: quantile(milliseconds, 0.95),
      unit: 'ms',
      target: { atMost: 50 },
    },
  ];
}
