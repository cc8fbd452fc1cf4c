import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { desktop, expect, test } from './support/visitor.ts';

test('a permalink leads to the article in the default language', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#how-long-a-refund-takes');
  await page.waitForURL(/\/en\/billing\/refunds\/#how-long-a-refund-takes$/);
});

test.extend({ device: { ...desktop, locale: 'ko-KR' } })(
  'a permalink leads to the reader’s language, to the section at the same place',
  async ({ visitor: { page, open } }) => {
    await open('/a/refunds/#how-long-a-refund-takes');
    await page.waitForURL(/\/ko\/billing\/refunds\/#.+$/);
    const section = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const anchors = await page
      .locator('.prose .heading > [id]')
      .evaluateAll((headings) => headings.map(({ id }) => id));
    expect(anchors).toContain(section);
  },
);

test('a permalink that asks for a language leads there, whatever the reader’s is', async ({
  visitor: { page, open },
}) => {
  await open('/a/refunds/?in=ko');
  await page.waitForURL(/\/ko\/billing\/refunds\/$/);
});

test.extend({ device: { ...desktop, javaScriptEnabled: false } })(
  'a permalink answers without JavaScript',
  async ({ visitor: { page, open } }) => {
    await open('/a/refunds/#how-long-a-refund-takes');
    expect(await page.locator('#how-long-a-refund-takes a').getAttribute('href')).toMatch(
      /\/en\/billing\/refunds\/#how-long-a-refund-takes$/,
    );
    await page.getByRole('link', { name: 'How long does a refund take?' }).first().click();
    await page.waitForURL(/\/en\/billing\/refunds\/$/);
  },
);

test('a link to a former id and a former section of it leads to where both went, at one step', async ({
  visitor: { page, open },
}) => {
  await open('/a/former-refunds/#old-name');
  await page.waitForURL(/\/en\/billing\/refunds\/#how-long-a-refund-takes$/);
  await open('/a/older-refunds/');
  await page.waitForURL(/\/en\/billing\/refunds\/$/);
});

test('a retired article says so and searches for what its link was about', async ({ visitor: { page, open } }) => {
  await open('/a/swap-station-vouchers/');
  await page.getByRole('heading', { name: 'This article is no longer offered' }).waitFor();
  await page.locator('[data-lost="en"] .result').first().waitFor();
  expect(await page.locator('[data-lost="en"] .search-input').inputValue()).toBe('swap station vouchers');
  expect(await page.locator('[data-lost="en"] .result a').first().getAttribute('href')).toMatch(/voucher|swap-station/);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('an unknown section leads to the article', async ({ visitor: { page, open } }) => {
  await open('/a/refunds/#nothing-like-this');
  await page.waitForURL(/\/en\/billing\/refunds\/#nothing-like-this$/);
});

test.extend({ device: { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] } })(
  'the article and each of its headings give their permalink',
  async ({ visitor: { page, open, address } }) => {
    await open('/en/billing/refunds/');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(await copied()).pathname).toBe(new URL(address('/a/refunds/')).pathname);
    await page.locator('.heading-link[href="#how-long-a-refund-takes"]').click();
    expect(await copied()).toMatch(/\/a\/refunds\/#how-long-a-refund-takes$/);
    expect(await accessibilityViolations(page)).toEqual([]);
  },
);
