import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { answered } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

test('a mended typo is said once, can be taken back, and has an address each way', async ({
  visitor: { page, open },
}) => {
  await open('/en/search/?q=forgot+my+pasword');
  await answered(page, 'forgot my pasword');
  const taken = page.locator('[data-part="taken"]');
  expect(await taken.locator('strong').textContent()).toBe('forgot my password');
  await page.getByText(/^Showing results for forgot my password\. \d+ articles found$/).waitFor();
  expect(await taken.getAttribute('role')).toBeNull();
  await taken.getByRole('link', { name: 'Search instead for forgot my pasword' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=forgot\+my\+pasword&typed=1$/);
  await taken.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('choices');
  expect(await page.locator('.search-input').inputValue()).toBe('forgot my pasword');
  await page.goBack();
  await taken.waitFor();
  await page.goForward();
  await taken.waitFor({ state: 'hidden' });
  await page.reload();
  await answered(page, 'forgot my pasword');
  expect(await taken.isVisible()).toBe(false);
  await page.fill('.search-input', 'pasword forgotten');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=pasword\+forgotten$/);
  await taken.waitFor();
});

test('an empty box shows example questions once it is in use, and nothing moves', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  const before = await page.locator('main').boundingBox();
  await page.locator('.search-box-large .search-input').focus();
  const example = page.getByRole('option', { name: 'lost both keys' });
  await example.waitFor();
  expect(await page.locator('main').boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await example.waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowDown');
  await example.waitFor();
  await page.keyboard.type('refund');
  await example.waitFor({ state: 'detached' });
  await page.fill('.search-box-large .search-input', '');
  await example.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=/);
  await page.locator('[data-article]').first().waitFor();
});

test('the empty results page shows them as links, without any script', async ({ visitor: { page, open } }) => {
  await open('/en/search/');
  expect(await page.locator('.search-examples a').allTextContents()).toContain('lost both keys');
});

test('a question that may mean several things is asked back, and the choice has an address and goes along to a person', async ({
  visitor: { page, open },
}) => {
  await open('/en/search/?q=change');
  await answered(page, 'change');
  const choices = page.getByRole('list', { name: 'Which one do you mean?' }).getByRole('link');
  expect(await choices.count()).toBeGreaterThan(1);
  await page.getByText(/articles found Which one do you mean\?$/).waitFor();
  const label = (await choices.first().textContent()) ?? '';
  await choices.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('about') === label && url.searchParams.get('q') === 'change');
  await page.locator('.answer').waitFor();
  expect(await page.locator('.answer .result-title').textContent()).toContain(label);
  await page.getByText(`Answers about ${label}.`).first().waitFor();
  expect(await choices.count()).toBe(0);
  await page.goBack();
  await choices.first().waitFor();
  await page.goForward();
  await page.locator('.answer').waitFor();
  await page.reload();
  await page.locator('.answer').waitFor();
  await page.locator('.search-page a[href$="/contact/#message"], .search-page a[href*="/contact/"]').first().click();
  await page.waitForURL(/\/contact\//);
  expect(await page.locator('textarea[name="body"]').inputValue()).toBe(`change – ${label}`);
});

test('the question back keeps to 320 px, in the dark and from right to left, and no choice is too small', async ({
  visitor: { page, open },
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('/en/search/?q=change');
  await answered(page, 'change');
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate((to) => (document.documentElement.dir = to), dir);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const boxes = await page
      .locator('.search-which a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(24);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});

test('the categories of what was found filter it, with an address, by keyboard, and Back works', async ({
  visitor: { page, open },
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open('/en/search/?q=refund');
  await answered(page, 'refund');
  const filters = page.getByRole('list', { name: 'Categories' }).getByRole('link');
  const current = page.locator('.search-categories [aria-current]');
  expect(await current.textContent()).toMatch(/^All \d+$/);
  const name = (await filters.nth(1).textContent()) ?? '';
  const [, category = '', count = ''] = /^(.*) (\d+)$/.exec(name) ?? [];
  await filters.nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('category') === category);
  await page.locator(`.search-categories [aria-current]:has-text("${category}")`).waitFor();
  const places = await page.locator('.result-place').allTextContents();
  expect(places.length).toBe(Math.min(10, Number(count)));
  expect(places.every((place) => place.startsWith(category))).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.reload();
  await page.locator(`.search-categories [aria-current]:has-text("${category}")`).waitFor();
  await page.goBack();
  await page.locator('.search-categories [aria-current]:has-text("All")').waitFor();
});
