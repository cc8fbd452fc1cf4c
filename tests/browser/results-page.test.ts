import { answered, shownArticles, type } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

test('says so when its script does not come', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/./);
  await page.route(/\.js$/, (route) => route.abort());
  await open('/en/search/?q=refund');
  await page.evaluate(() => (document.documentElement.dataset.js = ''));
  const late = page.locator('.shown-late');
  expect(await late.isVisible()).toBe(false);
  expect(await late.evaluate((one) => one.getAnimations().map(({ effect }) => effect?.getTiming().delay))).toEqual([
    10_000,
  ]);
  await late.evaluate((one) => one.getAnimations()[0]!.finish());
  await page.getByText('The search has not loaded. Reload the page, or look here:').waitFor();
});

test('an address with a question can be shared: it opens on the answers', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=QX-7741');
  await answered(page, 'QX-7741');
  expect((await shownArticles(page))[0]).toBe('code-qx-7741');
  expect(await page.locator('.search-input').inputValue()).toBe('QX-7741');
  expect(await page.title()).toContain('Answers for “QX-7741”');
});

test('what is typed after a question can be left again for that question', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=refund');
  await answered(page, 'refund');
  await page.fill('.search-input', 'helmet');
  await page.waitForURL(/\?q=helmet$/);
  await page.fill('.search-input', 'helmet fit');
  await page.waitForURL(/\?q=helmet\+fit$/);
  await page.goBack();
  await answered(page, 'refund');
});

test('the address follows what is typed, without filling the history', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await open('/en/search/');
  const length = await page.evaluate(() => history.length);
  await type(page, 'tyre pressure');
  await page.waitForURL(/\?q=tyre\+pressure$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('going back from an answer shows the same answers again', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=tyre+pressure');
  await answered(page, 'tyre pressure');
  const before = await shownArticles(page);
  await page.locator('[data-article] a').first().click();
  await page.waitForURL(/\/en\/(?!search)/);
  await page.goBack();
  await answered(page, 'tyre pressure');
  expect(await shownArticles(page)).toEqual(before);
});

test('submitted questions are steps to go back to', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=refund');
  await answered(page, 'refund');
  await page.fill('.search-input', 'helmet');
  await page.keyboard.press('Enter');
  await answered(page, 'helmet');
  await page.goBack();
  await answered(page, 'refund');
  expect(await page.locator('.search-input').inputValue()).toBe('refund');
});

test('a confident answer is shown as the passage itself, with a link to where it stands', async ({
  visitor: { page, open },
}) => {
  const questions = [
    ['How long does a refund take?', /1 to 10 business days/, '/en/billing/refunds/'],
    ['is it bad to charge often', /Short charges are good/, '/en/battery/charge-battery/#is-it-bad-to-charge-often'],
  ] as const;
  for (const [question, passage, address] of questions) {
    await open(`/en/search/?q=${encodeURIComponent(question)}`);
    await answered(page, question);
    const answer = page.locator('.answer');
    expect(await answer.locator('.answer-passage').textContent()).toMatch(passage);
    expect(await answer.locator('a').getAttribute('href')).toMatch(new RegExp(`${address}$`));
  }
});

test('the arrow down leads from the box to the first answer', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=refund');
  await answered(page, 'refund');
  await page.focus('.search-input');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-article]') !== null)).toBe(true);
});

test('an empty page of results explains itself', async ({ visitor: { page, open } }) => {
  await open('/en/search/');
  expect(await page.locator('.search-intro').isVisible()).toBe(true);
  await type(page, 'refund');
  await answered(page, 'refund');
  expect(await page.locator('.search-intro').isVisible()).toBe(false);
});
