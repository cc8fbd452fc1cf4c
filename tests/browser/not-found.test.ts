import { expect, test } from './support/visitor.ts';

test('a lost address is searched for by its words', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/404/);
  await open('/en/help-topics/tyre-pressure-table.html');
  await page.getByRole('link', { name: 'Pump up the tyres' }).first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This page is not here');
});

test('a lost address in another language gets that language', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/404/);
  await open('/ko/no-such-page/');
  await page.waitForFunction(
    () => document.documentElement.lang === 'ko' || document.querySelector('main [lang="ko"]:not([hidden])') !== null,
  );
});
