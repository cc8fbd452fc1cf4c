import type { Page } from 'playwright-core';
import { reportConnection } from '../../scripts/lib/browser/conditions.ts';
import { answered } from './support/search.ts';
import { expect, test } from './support/visitor.ts';

const offered = (page: Page) =>
  page
    .locator('.helpful-more .rows a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

test('a no offers the closest other answers of the search that led to the article', async ({
  visitor: { page, open },
}) => {
  const question = 'how long until I get my money back';
  // The order of the transformer, which joins at a moment of its own, would be another.
  await reportConnection(page, { saveData: true });
  await open('/en/');
  await page.fill('.search-input >> visible=true', `${question} `);
  await answered(page, question, ['instant']);
  const rows = page.locator('.search-panel .search-option[data-article]');
  const found = await rows.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  await rows.first().click();
  await page.locator('[data-answer="no"]').click();
  await page.locator('.helpful-more .rows:not([aria-busy])').waitFor();
  const answers = await offered(page);
  expect(answers).toHaveLength(3);
  expect(answers).not.toContain(found[0]);
  expect(answers[0]).toBe(found[1]);
});

test('where no search led to the article, a no offers what a search for its title finds beside it', async ({
  visitor: { page, open },
}) => {
  await open('/en/billing/refunds/');
  // Nothing is related: what is offered was found.
  await page.locator('.helpful-more .rows').evaluate((list) => list.replaceChildren());
  await page.locator('[data-answer="no"]').click();
  await page.locator('.helpful-more .rows a').nth(2).waitFor();
  const answers = await offered(page);
  expect(new Set(answers).size).toBe(3);
  expect(answers.some((path) => path.endsWith('/billing/refunds/'))).toBe(false);
});

test('without an index a no offers the related articles', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/Failed to load resource/);
  await page.route(/_search\//, (route) => route.abort());
  await open('/en/billing/refunds/');
  const related = await page
    .locator('.article-related a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  await page.locator('[data-answer="no"]').click();
  await page.locator('.helpful-more .rows:not([aria-busy])').waitFor();
  expect(await offered(page)).toEqual(related.slice(0, 3));
});
