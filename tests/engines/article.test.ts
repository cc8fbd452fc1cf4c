import { expect, test, waitFor } from './support/test.ts';

test('a permalink leads to the section in the default language', async ({ page, site }) => {
  await page.open(`${site}a/refunds/#how-long-a-refund-takes`);
  await waitFor(
    page,
    () => location.pathname.endsWith('/en/billing/refunds/') && location.hash === '#how-long-a-refund-takes',
  );
});

test('a no offers other articles', async ({ page, site }) => {
  await page.open(`${site}en/billing/refunds/`);
  await page.click('[data-answer="no"]');
  await waitFor(page, () => document.querySelectorAll('.helpful-more .rows:not([aria-busy]) a').length > 0);
});

test('the chosen colours last', async ({ page, site }) => {
  const dark = () =>
    document.documentElement.dataset.theme === 'dark' && getComputedStyle(document.documentElement).backgroundColor;
  await page.open(`${site}en/billing/refunds/`);
  const light = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  // From the system's colours to light ones to dark ones.
  await page.click('[data-theme-toggle]');
  await page.click('[data-theme-toggle]');
  const chosen = await waitFor(page, dark);
  expect(chosen).not.toBe(light);
  await page.open(`${site}en/billing/invoices/`);
  expect(await page.evaluate(dark)).toBe(chosen);
});

test('an article needs no sideways scrolling', async ({ page, site }) => {
  await page.open(`${site}en/billing/refunds/`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
