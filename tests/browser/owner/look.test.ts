import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { inEachScheme } from '../support/schemes.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('the owner’s sheet wins over ours, whichever is named first in the page', async ({ visitor: { page, open } }) => {
  await open('/en/');
  const style = await page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const title = document.querySelector('h1');
    const hero = document.querySelector('.hero');
    return {
      radius: root.getPropertyValue('--radius'),
      weight: title && getComputedStyle(title).fontWeight,
      hero: hero && getComputedStyle(hero).backgroundColor,
    };
  });
  expect(style).toEqual({ radius: '.25rem', weight: '500', hero: 'rgb(11, 34, 57)' });
});

test('what the owner’s sheet says of the dark holds in the dark', async ({ visitor: { page, open } }) => {
  const hero = () => page.locator('.hero').evaluate((hero) => getComputedStyle(hero).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('/en/');
  expect(await hero()).toBe('rgb(7, 21, 33)');
  await page.locator('[data-theme-toggle]').click();
  // Colours pass over, if only for a frame.
  await expect.poll(hero).toBe('rgb(11, 34, 57)');
});

test('the pictures that the owner’s sheet names come with it, under names that may be kept for ever', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  const image = await page.locator('.footer').evaluate((footer) => getComputedStyle(footer).backgroundImage);
  expect(image).toMatch(/\/_astro\/waves\.[0-9a-f]{8}\.svg/);
  const answer = await page.request.get(/url\("(.*)"\)/.exec(image)![1]!);
  expect([answer.status(), answer.headers()['content-type'], answer.headers()['cache-control']]).toEqual([
    200,
    'image/svg+xml',
    'public, max-age=31536000, immutable',
  ]);
});

test('the logo is the one made for the page’s colours, whichever of device and reader chose them, and keeps its place', async ({
  visitor: { page, open },
}) => {
  const shown = () =>
    page
      .locator('.brand img')
      .evaluateAll((logos) =>
        logos
          .filter((logo) => logo.checkVisibility())
          .map((logo) => /logo[a-z-]*/.exec(logo.getAttribute('src') ?? '')?.[0]),
      );
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('/en/cards/lost-card/');
  expect(await shown()).toEqual(['logo-dark']);
  await page.locator('[data-theme-toggle]').click();
  expect(await shown()).toEqual(['logo']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('[data-theme-toggle]').click();
  expect(await shown()).toEqual(['logo-dark']);
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toEqual(['logo']);
  expect(
    await page.locator('.logo-light').evaluate((logo) => [logo.getAttribute('width'), logo.getAttribute('height')]),
  ).toEqual(['210', '36']);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.evaluate(() => localStorage.clear());
  await open('/en/');
  // The opening of the home page is dark on a light page, too.
  expect(await shown()).toEqual(['logo-dark']);
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toEqual(['logo']);
});

test('a logo that says the name has it beside it no second time, and the link still says where it leads', async ({
  visitor: { page, open },
}) => {
  await open('/en/cards/lost-card/');
  const brand = page.locator('.brand');
  expect((await brand.textContent())?.trim()).toBe('Help');
  expect(await brand.getAttribute('aria-label')).toContain('Harbour Bank');
});

test('tabs and home screens get the owner’s icons', async ({ visitor: { page, open } }) => {
  await open('/en/');
  for (const rel of ['icon', 'apple-touch-icon']) {
    const href = await page.locator(`link[rel="${rel}"]`).getAttribute('href');
    expect((await page.request.get(new URL(href!, page.url()).href)).status()).toBe(200);
  }
});

test.extend({ cached: false })(
  'headings are set in the owner’s font, which the page names before its styles ask for it',
  async ({ visitor: { page, open, transfers } }) => {
    await open('/en/cards/lost-card/');
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]))).toEqual([
      ['Bitter', 'loaded'],
    ]);
    const family = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).fontFamily);
    expect([(await family('h1')).split(',')[0], (await family('.prose p')).includes('Bitter')]).toEqual([
      'Bitter',
      false,
    ]);
    const fonts = (await transfers.transfers()).filter(({ url }) => url.endsWith('.woff2'));
    expect(fonts).toHaveLength(1);
    expect(await page.locator('link[rel="preload"][as="font"][crossorigin]').getAttribute('href')).toBe(
      new URL(fonts[0]!.url).pathname,
    );
  },
);

test('a shared link has a picture with the article’s title', async ({ visitor: { page, open } }) => {
  await open('/en/cards/lost-card/');
  const content = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content');
  const address = await content('og:image');
  expect(address).toMatch(/^https:\/\/help\.harbour\.example\/_astro\/shared\.[0-9a-f]{12}\.png$/);
  expect([await content('og:image:width'), await content('og:image:alt')]).toEqual(['1200', 'I have lost my card']);
  expect(await page.locator('meta[name="twitter:card"]').getAttribute('content')).toBe('summary_large_image');
  const picture = await page.request.get(new URL(new URL(address!).pathname, page.url()).href);
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png']);
});

test('the owner’s look has no accessibility violations, in light and dark', async ({ visitor: { page, open } }) => {
  for (const path of ['/en/', '/en/cards/', '/en/cards/lost-card/', '/en/contact/']) {
    await open(path);
    await inEachScheme(page, async (scheme) => {
      expect(await accessibilityViolations(page), `${path} ${scheme}`).toEqual([]);
    });
  }
});
