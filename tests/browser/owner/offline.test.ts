import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { writeOfflineCopy } from '../../../scripts/lib/preview/offline-copy.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { builtOnce } from '../support/own-site.ts';
import { expect, phone, test } from '../support/visitor.ts';

/** Copies that open from a folder; no server gives these pages. */
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-offline-'));
  await writeOfflineCopy(inject('siteFolder'), '/help/', join(root, 'several languages'));
  await writeOfflineCopy(await builtOnce('bank', ownerInputs('bank'), writeOwner('bank')), '/', join(root, 'bank'));
}, 600_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const file = (path: string): string => pathToFileURL(join(root, path)).href;
/** Whether every picture has come. */
const pictures = (page: Page): Promise<boolean[]> =>
  page.locator('img').evaluateAll((images) => (images as HTMLImageElement[]).map((image) => image.naturalWidth > 0));

const touch = test.extend({ device: phone });
for (const [device, visit] of Object.entries({ desktop: test, phone: touch }))
  visit(
    `a preview opens from a folder: from home by category to an article and its translation, ${device}`,
    async ({ visitor: { page } }) => {
      await page.goto(file('several languages/index.html'));
      expect(await page.getByRole('note').textContent()).toMatch(/^A preview from files: .* need a server\.$/);
      // The pattern of the opening is a mask, which browsers take from no file.
      const hero = page.locator('.hero');
      expect(
        await hero.evaluate(
          (one) => getComputedStyle(one, '::before').maskImage + getComputedStyle(one).backgroundImage,
        ),
      ).toContain('data:image/svg+xml');
      await page.locator('main').getByRole('link', { name: 'Billing and payments' }).click();
      await page.locator('main').getByRole('link', { name: 'How long does a refund take?' }).first().click();
      expect(page.url()).toBe(file('several languages/en/billing/refunds/index.html'));
      expect(await pictures(page)).not.toContain(false);
      await page.locator('.header-tools details.menu summary').first().click();
      await page.getByRole('link', { name: '한국어' }).first().click();
      expect(page.url()).toBe(file('several languages/ko/billing/refunds/index.html'));
      expect(await page.locator('h1').textContent()).toBe('환불은 얼마나 걸리나요?');
    },
  );

test('a preview leads on from an old address, and its search box to a page that lists nothing', async ({
  visitor: { page },
}) => {
  await page.goto(file('several languages/faq/forgot-password/index.html'));
  await page.waitForURL(file('several languages/en/sign-in/reset-password/index.html'));
  await page.goto(file('several languages/en/index.html'));
  await page.locator('.search-input').fill('refund');
  await page.locator('.search-input').press('Enter');
  await page.waitForURL(`${file('several languages/en/search/index.html')}?q=refund`);
});

test('a preview of an owner’s site has its look and its letters', async ({ visitor: { page } }) => {
  await page.goto(file('bank/en/cards/lost-card/index.html'));
  expect(await pictures(page)).not.toContain(false);
  const style = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
    return {
      radius: getComputedStyle(document.documentElement).getPropertyValue('--radius'),
      footer: getComputedStyle(document.querySelector('.footer')!).backgroundImage,
      fonts: [...document.fonts].map(({ status }) => status),
    };
  });
  expect(style.radius).toBe('.25rem');
  expect(style.footer).toMatch(/^url\("data:image\/svg\+xml/);
  expect(style.fonts).toContain('loaded');
  expect(new Set(style.fonts)).toEqual(new Set(['loaded']));
});
