import type { Page } from 'playwright-core';
import { expect, test } from './support/visitor.ts';

async function switchTo(page: Page, language: string): Promise<void> {
  await page.locator('summary[aria-label^="Language"]').click();
  await page.getByRole('link', { name: language }).first().click();
}

test('the language switch leads to the same article in the other language', async ({ visitor: { page, open } }) => {
  await open('/en/billing/refunds/');
  await switchTo(page, '한국어');
  await page.waitForURL(/\/ko\/billing\/refunds\//);
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
});

test('an article that is not translated is shown in the default language with a notice', async ({
  visitor: { page, open },
}) => {
  await open('/en/troubleshooting/code-qx-7741/');
  await switchTo(page, '简体中文');
  await page.waitForURL(/\/zh-cn\/troubleshooting\/code-qx-7741\//);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('QX-7741');
  expect(await page.locator('[lang="en"]').count()).toBeGreaterThan(0);
});
