import { answered, suggestedTitles, type } from './support/search.ts';
import { test as base, expect, testWithoutModel as test } from './support/visitor.ts';

const refund = "how long until I've got my money back";

base(
  'a question in the customer’s own words shows the article that answers, first',
  async ({ visitor: { page, open } }) => {
    await open('/en/');
    await type(page, refund);
    await answered(page, refund, ['instant', 'deep']);
    expect((await suggestedTitles(page))[0]).toBe('How long does a refund take?');
  },
);

test('a suggestion tells its category and marks the words that matched', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, 'QX-7741');
  await answered(page, 'QX-7741');
  const first = page.locator('[role="option"]').first();
  expect(await first.locator('.search-option-place').textContent()).toContain('Troubleshooting');
  expect((await first.locator('mark').allTextContents()).join(' ')).toContain('QX-7741');
});

test('clicking a suggestion leads to the section that answers', async ({ visitor: { page, open } }) => {
  await open('/en/billing/refunds/');
  await type(page, 'press the plug of the control cable');
  await answered(page, 'press the plug of the control cable');
  await page.locator('[role="option"]').first().click();
  await page.waitForURL(/\/en\/troubleshooting\/code-qx-7741\/#fasten-the-control-cable/);
});

test('what is typed before the code has arrived is not lost', async ({ visitor: { page, open } }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/open-box.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await open('/en/billing/refunds/');
  await type(page, 'QX-7741');
  release();
  await answered(page, 'QX-7741');
  expect((await suggestedTitles(page))[0]).toContain('QX-7741');
});

for (const key of ['/', 'Control+k']) {
  test(`the key ${key} puts the cursor into the search box`, async ({ visitor: { page, open } }) => {
    await open('/en/billing/refunds/');
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('search-input');
    expect(await page.locator('.search-input').inputValue()).toBe('');
  });
}

test('a slash typed into a text stays a slash', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, 'and/or');
  expect(await page.locator('.search-input').inputValue()).toBe('and/or');
});

test.extend({ cached: false })(
  'no search code is loaded on an article page before somebody is about to search',
  async ({ visitor: { page, open, transfers } }) => {
    await open('/en/billing/refunds/');
    await page.waitForLoadState('networkidle');
    const before = (await transfers.transfers()).map(({ url }) => url);
    expect(before.filter((url) => /open-box|_search\//.test(url))).toEqual([]);
    await page.focus('.search-input');
    await page.waitForRequest(/_search\//);
  },
);

test('nothing is stored on the device but the choice of colours', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, refund);
  await answered(page, refund);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).toEqual([]);
});
