import { test as base, desktop, expect } from './support/visitor.ts';

const test = base.extend({ device: { ...desktop, javaScriptEnabled: false } });

test('without JavaScript an article can be read', async ({ visitor: { page, open } }) => {
  await open('/en/billing/refunds/');
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});

test('without JavaScript the search form leads to a page that names the list of all articles', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  await page.locator('.search-input').fill('refund');
  await page.locator('.search-input').press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=refund/);
  await page.locator('main').getByRole('link', { name: 'All articles' }).click();
  await page.waitForURL(/\/en\/a-z\//);
  expect(await page.getByRole('link', { name: 'How long does a refund take?' }).count()).toBeGreaterThan(0);
});

test('without JavaScript every way to reach a person is shown', async ({ visitor: { page, open } }) => {
  await open('/en/contact/');
  expect(await page.locator('main a[href^="mailto:"]').count()).toBeGreaterThan(0);
  expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
});
