import { expect, test } from './support/visitor.ts';

test('a missing page is searched for by the words of its address', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await open('/en/help-topics/tyre-pressure-table.html');
  await page.getByRole('link', { name: 'Pump up the tyres' }).first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This page is not here');
});

test('a missing page below another language is in that language from the title to the footer', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await open('/ko/no-such-page/');
  await page.waitForFunction(() => document.documentElement.lang === 'ko');
  expect(await page.title()).toBe('페이지를 찾을 수 없습니다 – Larkride 도움말');
  expect(await page.getByRole('banner').getByRole('link', { name: '문의하기' }).getAttribute('href')).toMatch(
    /\/ko\/contact\/$/,
  );
  const addresses = await page
    .locator('a[href]:visible:not([hreflang])')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')!).filter((href) => !/^(https?:|mailto:|tel:|#)/.test(href)),
    );
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((href) => !href.includes('/ko/'))).toEqual([]);
  const foreign = await page.locator('header, main, footer').filter({ visible: true }).allInnerTexts();
  expect(foreign.join(' ')).not.toMatch(/\b(page|articles|contact us|help)\b/i);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-main-ko');
});

test.extend({ device: { locale: 'zh-CN' } })(
  'a missing page whose address names no language is in the one that the reader prefers',
  async ({ visitor: { page, open, expectProblems } }) => {
    expectProblems(/404/);
    await open('/no-such-page/');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('找不到这个页面');
  },
);
