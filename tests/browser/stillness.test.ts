import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { siteQueries } from '../support/site-queries.ts';
import { answered, hold } from './support/search.ts';
import { desktop, expect, narrow, phone, test } from './support/visitor.ts';

/** The deep tier is sure of its answer, and words alone find another. */
const billed = 'I was billed two times';
const questions = [billed, 'the battery fell on the floor and has a crack', ...siteQueries('en', 2)];

/** Every text in sight, with its place. */
const inSight = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (
      !node.textContent?.trim() ||
      !node.parentElement?.checkVisibility() ||
      node.parentElement.closest('[role="status"]')
    )
      continue;
    range.selectNodeContents(node);
    const { top, left, bottom } = range.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight)
      found.push(`${node.textContent.trim()} at ${Math.round(left)}, ${Math.round(top)}`);
  }
  return found;
};

/** What is in sight once an answer has been there for so long that it is being read. */
async function whenRead(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() > since + 400, shown);
  return page.evaluate(inSight);
}

/** The texts that are gone or have moved. */
async function changed(page: Page, before: string[]): Promise<string[]> {
  const now = new Set(await page.evaluate(inSight));
  return before.filter((text) => !now.has(text));
}

for (const [name, device] of Object.entries({ desktop, phone })) {
  test.extend({ device })(
    `what is read stays where it is when the transformer ranks anew, on a ${name}`,
    async ({ visitor: { page, open } }) => {
      for (const [path, question] of [
        ['/en/', questions[0]!],
        ['/en/widget/', questions[1]!],
        ['/en/search/', questions[2]!],
        ['/en/search/', questions[3]!],
      ] as const) {
        await open(path);
        const release = await hold(page);
        await page.fill('.search-input', question);
        await answered(page, question, ['instant']);
        const before = await whenRead(page);
        release();
        await answered(page, question, ['deep']);
        expect(await changed(page, before), `${path} ${question}`).toEqual([]);
      }
    },
  );
}

test.extend({ device: narrow })(
  'a certain answer that comes late is offered in one line that pushes nothing, in the list and on the page',
  async ({ visitor: { page, open, expectProblems } }) => {
    // Without the student the first answer is by words alone.
    expectProblems(/404|ERR_FAILED/);
    await page.route(/student/, (route) => route.abort());
    for (const path of ['/en/', '/en/search/']) {
      await open(path);
      const release = await hold(page);
      await page.fill('.search-input', billed);
      await answered(page, billed, ['lexical']);
      const before = await whenRead(page);
      release();
      await answered(page, billed, ['deep']);
      expect(await changed(page, before), path).toEqual([]);
      const offered = page.locator('a', { hasText: 'A better match: ' });
      expect(await offered.evaluate((line) => line.getBoundingClientRect().height), path).toBeLessThan(40);
      expect(await accessibilityViolations(page), path).toEqual([]);
      if (path === '/en/') {
        await page.keyboard.press('ArrowDown');
        expect(await offered.getAttribute('aria-selected')).toBe('true');
        await page.keyboard.press('Enter');
      } else await offered.click();
      await page.waitForURL(/unknown-charge/);
    }
  },
);

test('what other languages have goes below what is read', async ({ visitor: { page, open } }) => {
  const brakes = '브레이크에서 끽끽 소리가 나요';
  for (const path of ['/ko/', '/en/search/']) {
    await open(path);
    const release = await hold(page, /foreign/);
    await page.fill('.search-input', brakes);
    await page.locator('[data-article]').first().waitFor();
    const before = await whenRead(page);
    release();
    await answered(page, brakes);
    await page.locator('[data-article="brakes-squeal"]').first().waitFor();
    expect(await changed(page, before), path).toEqual([]);
  }
});

test('answers for an agent are shown once and stay', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('The customer’s message').fill(billed);
  await page.locator('.agents-answer').first().waitFor();
  const before = await page.evaluate(inSight);
  await page.waitForLoadState('networkidle');
  expect(await changed(page, before)).toEqual([]);
});
