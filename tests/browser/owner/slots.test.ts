import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('the owner’s header and footer stand on every page around those of the site, with their own style', async ({
  visitor: { page, open },
}) => {
  for (const path of ['/en/', '/en/cards/', '/en/cards/lost-card/', '/en/imprint/', '/en/contact/', '/en/search/']) {
    await open(path);
    const bar = page.locator('.harbour-bar');
    expect(await bar.getByRole('link').getAttribute('href'), path).toBe('/en/contact/');
    expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor), path).toBe('rgb(20, 52, 79)');
    expect(await page.locator('header.header').count(), path).toBe(1);
    expect(await page.locator('.harbour-supervision').textContent(), path).toContain('Harbour Bank is supervised');
    expect(await page.locator('footer.footer').count(), path).toBe(1);
  }
});

test('the owner’s home, end of articles and introduction of the contact page are told what they promise', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  expect(await page.locator('.harbour-count').textContent()).toMatch(/Cards \(\d+\)/);
  expect(await page.locator('h1').count()).toBe(1);
  await open('/en/cards/lost-card/');
  const end = page.locator('.harbour-end');
  expect(await end.getAttribute('data-about')).toBe('lost-card');
  expect(await end.textContent()).toContain('I have lost my card');
  expect(await page.locator('.article-foot').count()).toBe(1);
  await open('/en/contact/');
  // It shows nothing of what would stand there otherwise.
  expect(await page.locator('h1').allTextContents()).toEqual(['Contact us – Harbour Bank']);
});

test('the header lies over the opening of the home page only where that comes next', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  const header = () => page.locator('header.header').evaluate((element) => element.getBoundingClientRect().height);
  expect(await header()).toBe(0);
  // As a component does that has something to say before the opening.
  await page.locator('main').evaluate((main) => main.prepend(document.createElement('p')));
  expect(await header()).toBeGreaterThan(40);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('the owner’s components know the language of the page', async ({ visitor: { page, open } }) => {
  await open('/ar/cards/lost-card/');
  expect(await page.locator('.harbour-bar').textContent()).toContain('تغلق الفروع ظهرًا أيام الجمعة.');
  expect(await page.locator('.harbour-end').textContent()).toContain('فقدت بطاقتي');
  expect(await page.locator('.harbour-supervision').textContent()).toContain('بنك المرفأ');
});

test('pages with the owner’s components have no accessibility violation', async ({ visitor: { page, open } }) => {
  for (const path of ['/en/', '/en/cards/lost-card/', '/en/contact/', '/ar/cards/lost-card/']) {
    await open(path);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});
