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
