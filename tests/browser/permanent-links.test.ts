import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { desktop, expect, test } from './support/visitor.ts';

test('a permanent link leads to the article in the default language', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#how-long-a-refund-takes');
  await page.waitForURL(/\/en\/billing\/refunds\/#how-long-a-refund-takes$/);
});

test.extend({ device: { ...desktop, locale: 'ko-KR' } })('a permanent link leads to the reader’s language, to the section at the same place', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#how-long-a-refund-takes');
  await page.waitForURL(/\/ko\/billing\/refunds\/#.+$/);
  const section = decodeURIComponent(new URL(page.url()).hash.slice(1));
  const anchors = await page.locator('.prose .heading > [id]').evaluateAll((headings) => headings.map(({ id }) => id));
  expect(anchors).toContain(section);
});

test.extend({ device: { ...desktop, javaScriptEnabled: false } })('a permanent link answers without JavaScript', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#how-long-a-refund-takes');
  expect(await page.locator('#how-long-a-refund-takes a').getAttribute('href')).toMatch(/\/en\/billing\/refunds\/#how-long-a-refund-takes$/);
  await page.getByRole('link', { name: 'How long does a refund take?' }).first().click();
  await page.waitForURL(/\/en\/billing\/refunds\/$/);
});

test('an unknown section leads to the article', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#nothing-like-this');
  await page.waitForURL(/\/en\/billing\/refunds\/$/);
});

test.extend({ device: { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] } })('the article and each of its headings give their permanent link', async ({ visitor: { page, open, address } }) => {
  await open('/en/billing/refunds/');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(await copied()).pathname).toBe(new URL(address('/a/refunds/')).pathname);
  await page.locator('.heading-link[href="#how-long-a-refund-takes"]').click();
  expect(await copied()).toMatch(/\/a\/refunds\/#how-long-a-refund-takes$/);
  expect(await accessibilityViolations(page)).toEqual([]);
});
