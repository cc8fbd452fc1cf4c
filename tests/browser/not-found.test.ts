import { expect, test } from './support/visitor.ts';

test('a missing page is searched for by the words of its address', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await open('/en/help-topics/tyre-pressure-table.html');
  await page.getByRole('link', { name: 'Pump up the tyres' }).first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This page is not here');
});

test('a missing page below another language is shown in that language', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await open('/ko/no-such-page/');
  await page.waitForFunction(
    () => document.documentElement.lang === 'ko' || document.querySelector('main [lang="ko"]:not([hidden])') !== null,
  );
});
