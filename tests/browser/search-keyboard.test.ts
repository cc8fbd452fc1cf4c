import type { Page } from 'playwright-core';
import { answered, type } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

const query = 'battery does not charge';

async function listed(page: Page): Promise<void> {
  await type(page, query);
  await answered(page, query);
}

const input = (page: Page) => page.getByRole('combobox');
const activeText = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector('[role="combobox"]')?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.querySelector('.search-option-title')?.textContent ?? id) : undefined;
  });

test('the box is a combobox that says whether its list is open', async ({ visitor: { page, open } }) => {
  await open('/en/');
  expect(await input(page).getAttribute('aria-expanded')).toBe('false');
  await listed(page);
  expect(await input(page).getAttribute('aria-expanded')).toBe('true');
  const list = await input(page).getAttribute('aria-controls');
  expect(await page.locator(`#${list}`).getAttribute('role')).toBe('listbox');
});

test('the arrows go through the suggestions while the focus stays in the box', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  const titles = await page.locator('.search-option-title').allTextContents();
  await page.keyboard.press('ArrowDown');
  expect(await activeText(page)).toBe(titles[0]);
  await page.keyboard.press('ArrowDown');
  expect(await activeText(page)).toBe(titles[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await activeText(page)).toBeUndefined();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
});

test('the arrow up goes to the last row first', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('ArrowUp');
  expect(await activeText(page)).toMatch(/-all$/);
});

test('Home and End move in the text and give the cursor back to it', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  expect(await activeText(page)).toBeUndefined();
  expect(await input(page).evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(0);
});

test('Enter on a suggestion opens it', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('ArrowDown');
  const href = await page.locator('[aria-selected="true"]').getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname + url.hash === href);
});

test('Enter without a choice opens all answers', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=battery\+does\+not\+charge/);
  await answered(page, query);
});

test('Escape closes the list first and empties the box second', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('Escape');
  expect(await page.locator('.search-panel').isVisible()).toBe(false);
  expect(await input(page).inputValue()).toBe(query);
  await page.keyboard.press('Escape');
  expect(await input(page).inputValue()).toBe('');
});

test('after Escape the arrow down opens the list again', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.search-panel').isVisible()).toBe(true);
});

test('leaving the box closes its list', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await listed(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.locator('.search-panel').isVisible()).toBe(false);
});

test('the whole way from the page to an answer needs no mouse', async ({ visitor: { page, open } }) => {
  await open('/en/privacy/location-tracking/');
  await page.keyboard.press('/');
  await page.keyboard.type('QX-7741', { delay: 10 });
  await answered(page, 'QX-7741');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/code-qx-7741/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('QX-7741');
});
