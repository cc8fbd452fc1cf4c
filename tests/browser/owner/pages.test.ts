import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('a page of the owner’s own is reached from the foot of every page, and its links lead on', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  await page.locator('footer').getByRole('link', { name: 'Imprint' }).click();
  await page.waitForURL('**/en/imprint/');
  expect(await page.locator('h1').textContent()).toBe('Imprint');
  expect(await page.locator('main time').getAttribute('datetime')).toBe('2026-05-01');
  expect(await page.getByRole('link', { name: 'a card is lost' }).getAttribute('href')).toBe('/en/cards/lost-card/');
  expect(await page.getByRole('link', { name: 'Edit this page' }).getAttribute('href')).toBe(
    'https://github.com/harbour/help/edit/main/content/pages/en/imprint.md',
  );
});

test('a list in :::cards is shown as cards, each of which leads on as a whole', async ({ visitor: { page, open } }) => {
  await open('/en/start/');
  const card = page.locator('.link-cards > li').first();
  expect(await card.evaluate((element) => getComputedStyle(element).listStyleType)).toBe('none');
  const { x, y, width, height } = (await card.boundingBox())!;
  await page.mouse.click(x + width - 8, y + height - 8);
  await page.waitForURL('**/en/accounts/open-account/');
});

test('the owner’s own pages have no accessibility violation', async ({ visitor: { page, open } }) => {
  for (const path of ['/en/imprint/', '/en/start/']) {
    await open(path);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});

test('the search finds a page that says so, and no other', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=supervised%20by%20the%20Harbour%20Financial%20Authority');
  const first = page.locator('main [data-article]').first();
  expect(await first.getAttribute('data-article')).toBe('page:imprint');
  expect(await first.locator('.result-place').textContent()).toContain('Harbour Bank');
  expect(await first.locator('a').first().getAttribute('href')).toMatch(/^\/en\/imprint\//);
  await open('/en/search/?q=what%20people%20do%20in%20their%20first%20week');
  await page.locator('[data-article], .search-none').first().waitFor();
  expect(await page.locator('[data-article="page:start"]').count()).toBe(0);
});
