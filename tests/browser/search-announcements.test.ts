import type { Page } from 'playwright-core';
import { answered, type } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

const nonsense = 'xqzvv wkjhq zzpqy';

async function announced(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    ([source]) =>
      [...document.querySelectorAll('[role="status"]')].some((region) =>
        new RegExp(source).test(region.textContent ?? ''),
      ),
    [pattern.source] as const,
  );
}

test('how many suggestions there are is announced once typing pauses', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, 'battery');
  await announced(page, /^\d+ suggestions?\. Press the down arrow/);
});

test('"nothing answers this" is announced too', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, nonsense);
  await announced(page, /No article seems to answer this/);
});

test('the results page announces the number of articles', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=battery');
  await announced(page, /^\d+ articles? found/);
});

test('when no article answers, the list says so and leads to a person', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, nonsense);
  await answered(page, nonsense);
  expect(await page.locator('.search-note').textContent()).toBe('No article seems to answer this.');
  const person = page.getByRole('option', { name: /Contact us/ });
  expect(await person.getAttribute('href')).toContain('/en/contact/');
});

test('when no article answers, the results page says so and shows the ways to a person', async ({
  visitor: { page, open },
}) => {
  await open(`/en/search/?q=${encodeURIComponent(nonsense)}`);
  await answered(page, nonsense);
  expect(await page.locator('[data-part="note"]').textContent()).toBe('No article seems to answer this.');
  expect(await page.locator('[data-part="person"] a').first().isVisible()).toBe(true);
});

for (const [locale, query, text] of [
  ['zh-cn', '退款', /条建议/],
  ['ko', '환불', /추천 \d+개/],
] as const) {
  test(`in ${locale} the announcement is in that language`, async ({ visitor: { page, open } }) => {
    await open(`/${locale}/`);
    await type(page, query);
    await announced(page, text);
  });
}
