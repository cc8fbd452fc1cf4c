import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticEvents } from '../../../scripts/lib/bench/synthetic/events.ts';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { countEvents } from '../../../scripts/lib/insights/count/count-events.ts';
import { report } from '../../../scripts/lib/insights/report/report.ts';
import { memoize } from '../../../src/cache/memoize.ts';
import { desktop, expect, narrow, test } from '../support/visitor.ts';

/** What 2,000 made-up events come to. */
const counted = memoize(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-report-'));
  const file = join(folder, 'events.ndjson');
  await writeSyntheticEvents(file, 2000);
  const counts = await countEvents([file], 100, { start() {}, advance() {}, stop() {} });
  await rm(folder, { recursive: true });
  return counts;
});

/** The report on them, its questions grouped one by one. */
async function made(locale: string): Promise<string> {
  const counts = await counted();
  const groups = counts.questions.unanswered.map((question) => ({
    locale: question.locale,
    count: question.count,
    questions: [question, question],
  }));
  const file = 'content/articles/en/billing/how-long-a-refund-takes-in-each-country.md';
  const title = 'How long does a refund take?';
  return report(counts, groups, locale, new Map([['article-0', { title, file }]]), ['en', 'ko']);
}

for (const locale of ['en', 'zh-cn', 'ko']) {
  for (const device of [desktop, { ...narrow, colorScheme: 'dark' as const }]) {
    test.extend({ device })(
      `the report in ${locale} is accessible ${device === desktop ? 'on a desk' : 'on a phone in the dark'}`,
      async ({ visitor: { page } }) => {
        await page.setContent(await made(locale));
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        await page.locator('summary').click();
        const tables = page.locator('.scroll');
        expect(await tables.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth))).toEqual([]);
      },
    );
  }
}

test('on paper the report shows its charts and whole tables, and nothing to press', async ({ visitor: { page } }) => {
  await page.setContent(await made('en'));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('summary').isVisible()).toBe(false);
  expect(await page.locator('svg').first().isVisible()).toBe(true);
  const cut = await page
    .locator('.scroll')
    .evaluateAll((places) => places.filter((place) => getComputedStyle(place).overflowX !== 'visible').length);
  expect(cut).toBe(0);
});

test('a screen reader gets the numbers of each chart as a table', async ({ visitor: { page } }) => {
  await page.setContent(await made('en'));
  expect(await page.locator('figure svg:not([aria-hidden="true"])').count()).toBe(0);
  await page.getByText('The numbers of this chart').click();
  const rows = page.getByRole('region', { name: 'Outcomes over time' }).getByRole('row');
  expect(await rows.count()).toBe(61);
  expect(await rows.nth(1).getByRole('rowheader').textContent()).toBe('2026-03-01');
});

test('a click marks the whole command that begins an article on a question', async ({ visitor: { page } }) => {
  await page.setContent(await made('en'));
  const command = page.locator('code.command').first();
  await command.click();
  const marked = await page.evaluate(() => getSelection()?.toString().trim());
  expect(marked).toMatch(/^npm run new -- "[a-z ]+" --locale en$/);
  expect(marked).toBe(await command.textContent());
});

test('on a phone each number of a row stands beside its heading, still as a table', async ({ visitor: { page } }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.setContent(await made('en'));
  const row = page.getByRole('region', { name: 'Marked as not helpful' }).getByRole('row').nth(1);
  expect(await row.getByRole('cell').count()).toBe(6);
  const said = row.getByRole('cell').first();
  expect(await said.evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"Said no"');
});
