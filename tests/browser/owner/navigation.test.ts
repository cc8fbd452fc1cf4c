import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect, narrow } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));
const phone = test.extend({ device: narrow });

test('the header has the owner’s links and menus, which open, close on Escape and say what they are called', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  const header = page.locator('.header-tools');
  expect(await header.getByRole('link', { name: 'Open an account' }).getAttribute('href')).toBe(
    'https://harbour.example/open',
  );
  const menu = header.locator('details', { hasText: 'Products' }).first();
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  // Without a label of its own, a link has the title of what it leads to.
  expect(await menu.getByRole('link').allTextContents()).toEqual([
    'Cards',
    'What do I need to open an account?',
    'Rates',
  ]);
  await page.keyboard.press('Escape');
  expect(await menu.getAttribute('open')).toBeNull();
  expect(await menu.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
});

phone('on a phone all links of the header are in one menu, which fits', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await page.getByLabel('Menu').click();
  const links = page.locator('.tool-phone a');
  expect(await links.allTextContents()).toEqual([
    'Open an account',
    'Cards',
    'What do I need to open an account?',
    'Rates',
    'All articles',
  ]);
  expect(await links.first().isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const list = await page.locator('.tool-phone .menu-list').boundingBox();
  expect([list!.x >= 0, list!.x + list!.width <= 320]).toEqual([true, true]);
});

test('the foot has columns with headings, and single links beside ours', async ({ visitor: { page, open } }) => {
  await open('/en/');
  const foot = page.locator('.footer');
  expect(await foot.getByRole('heading').allTextContents()).toEqual(['The bank', 'Help']);
  expect(await foot.getByRole('link', { name: 'Lost a card?' }).getAttribute('href')).toBe('/en/cards/lost-card/');
  expect(await foot.getByRole('link', { name: 'Privacy' }).count()).toBe(1);
  expect(await foot.locator('.footer-columns a[href="/en/start/"]').count()).toBe(1);
});

test('the home page has its parts in the owner’s order', async ({ visitor: { page, open } }) => {
  await open('/en/');
  expect((await page.locator('main h2').allTextContents()).slice(0, 2)).toEqual(['Often read', 'Browse by topic']);
});

test('a category has its headings and articles in the owner’s order', async ({ visitor: { page, open } }) => {
  await open('/en/cards/');
  expect(await page.locator('.sectioned-rows :is(h2, .row-title a)').allTextContents()).toEqual(
    [
      'When it is lost',
      'I have lost my card',
      'Every day',
      'Change the PIN of my card',
      'How do I raise the limit of my card?',
    ].map((text) => expect.stringContaining(text)),
  );
});

test('the articles of a guide lead to the one before and the one after', async ({ visitor: { page, open } }) => {
  await open('/en/cards/change-pin/');
  const steps = page.getByRole('navigation', { name: 'This guide' });
  expect(
    await steps
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('rel'), link.getAttribute('href')])),
  ).toEqual([
    ['prev', '/en/cards/lost-card/'],
    ['next', '/en/cards/raise-limit/'],
  ]);
  await open('/en/cards/lost-card/');
  expect(await steps.getByRole('link').count()).toBe(1);
  await open('/en/accounts/close-account/');
  expect(await steps.count()).toBe(0);
});

test('a translation has order and guide of the default language without repeating them', async ({
  visitor: { page, open },
}) => {
  await open('/ar/');
  expect(await page.locator('.card a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    '/ar/cards/',
    '/ar/accounts/',
  ]);
  await open('/ar/cards/lost-card/');
  expect(await page.locator('a[rel="next"]').getAttribute('href')).toBe('/ar/cards/change-pin/');
});
