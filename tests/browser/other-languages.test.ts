import { answered, shownArticles } from './support/search.ts';
import { testWithoutModel as base, desktop, expect, narrow, phone } from './support/visitor.ts';

const test = base.extend({ cached: false });

/** What `brakes-squeal` answers, which is written in English alone. */
const brakes = '브레이크에서 끽끽 소리가 나요';
/** Code, the question's index, and what the page's has for questions in other languages (bytes on the wire). */
const BUDGET = 250_000;

test('a Korean question on a Korean page finds an article that is written in English alone, labelled', async ({
  visitor: { page, open },
}) => {
  await open(`/ko/search/?q=${encodeURIComponent(brakes)}`);
  await answered(page, brakes);
  const found = page.locator('[data-article="brakes-squeal"]');
  expect(await found.getAttribute('lang')).toBe('en');
  expect(await page.locator('.search-page').getByText('영어').count()).toBeGreaterThan(0);
  await found.locator('a').click();
  await page.waitForURL(/\/ko\/troubleshooting\/brakes-squeal\//);
  expect(await page.locator('.prose').getAttribute('lang')).toBe('en');
});

test('a Korean question on an English page is answered in Korean, and by what English alone has', async ({
  visitor: { page, open },
}) => {
  await open(`/en/search/?q=${encodeURIComponent(brakes)}`);
  await answered(page, brakes);
  const english = page.locator('[data-article="brakes-squeal"]');
  expect(await english.getAttribute('lang')).toBe('en');
  expect(await page.locator('[data-part="list"] [data-article]').first().getAttribute('lang')).toBe('ko');
  const shown = await shownArticles(page);
  expect(new Set(shown).size).toBe(shown.length);
});

test('the list below the box has both, in groups whose names say the language', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await page.fill('.search-input', brakes);
  await answered(page, brakes);
  const english = page.locator('[role="option"][data-article="brakes-squeal"]');
  expect(await english.getAttribute('lang')).toBe('en');
  expect(await english.getAttribute('href')).toContain('/ko/');
  const place = page.locator('[role="listbox"]');
  expect(await place.getByText(/영어/).first().getAttribute('lang')).toBe('ko');
  for (let step = 0; step < 20 && (await english.getAttribute('aria-selected')) !== 'true'; step++)
    await page.keyboard.press('ArrowDown');
  expect(await english.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.waitForURL(/brakes-squeal/);
});

test('a first question in another language stays within its budget, code and indexes together', async ({
  visitor: { page, open, transfers },
}) => {
  await open('/en/');
  await page.waitForLoadState('networkidle');
  transfers.clear();
  await page.fill('.search-input', brakes);
  await answered(page, brakes, ['instant']);
  await page.waitForLoadState('networkidle');
  expect(await transfers.bytes()).toBeLessThan(BUDGET);
});

test('a question that the own language answers is left alone', async ({ visitor: { page, open } }) => {
  await open(`/en/search/?q=${encodeURIComponent('How long does a refund take?')}`);
  await page.locator('.answer').waitFor();
  expect(await page.locator('[data-part="others"]').isVisible()).toBe(false);
});

for (const [name, device] of Object.entries({ phone, narrow, desktop })) {
  test.extend({ device })(
    `what several languages answer fits a ${name} screen`,
    async ({ visitor: { page, open } }) => {
      for (const path of ['/ko/', '/en/']) {
        await open(`${path}search/?q=${encodeURIComponent(brakes)}`);
        await answered(page, brakes);
        await page.locator('[data-article="brakes-squeal"]').waitFor();
        const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        expect(await page.evaluate(wide), path).toBeLessThanOrEqual(0);
      }
    },
  );
}
