import type { Locator } from 'playwright-core';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { inEachScheme } from '../support/schemes.ts';
import { answered, suggestedTitles, type } from '../support/search.ts';
import { expect, phone } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));
const onPhone = test.extend({ device: phone });

/** Where each of these texts within an element begins, from the left. */
async function places(element: Locator, texts: string[]): Promise<number[]> {
  return element.evaluate((root, wanted) => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = new Map<string, number>();
    while (nodes.nextNode())
      for (const text of wanted) {
        const at = nodes.currentNode.textContent!.indexOf(text);
        if (at === -1 || found.has(text)) continue;
        const range = document.createRange();
        range.setStart(nodes.currentNode, at);
        range.setEnd(nodes.currentNode, at + text.length);
        found.set(text, range.getBoundingClientRect().x);
      }
    return wanted.map((text) => found.get(text) ?? Number.NaN);
  }, texts);
}

test('an Arabic page runs from right to left, without being told', async ({ visitor: { page, open } }) => {
  await open('/ar/accounts/open-account/');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.locator('h1').textContent()).toBe('ماذا أحتاج لفتح حساب؟');
  expect(await page.locator('.toc summary').textContent()).toBe('في هذه الصفحة');
  const [toc, prose] = await Promise.all(['.toc', '.prose'].map((part) => page.locator(part).boundingBox()));
  expect(toc!.x + toc!.width).toBeLessThan(prose!.x);
  const cells = await places(page.locator('.prose table tr').first(), ['الوثيقة', 'ملاحظة']);
  expect(cells[0]).toBeGreaterThan(cells[1]!);
});

test('code and telephone numbers keep their order in Arabic', async ({ visitor: { page, open } }) => {
  await open('/ar/accounts/open-account/');
  await page.locator('.prose details summary').click();
  for (const [part, texts] of [
    ['.prose a[href^="tel:"]', ['+44', '7946', '0123']],
    ['.prose pre', ['harbour', '--last', 'log.txt']],
  ] as const) {
    const from = await places(page.locator(part), [...texts]);
    expect(from).toEqual(from.toSorted((a, b) => a - b));
  }
  const [button, code] = await Promise.all(
    ['.prose .copy', '.prose pre code'].map((part) => page.locator(part).boundingBox()),
  );
  expect(code!.x).toBeLessThan(button!.x);
  await open('/ar/contact/');
  const from = await places(page.locator('main a[href^="tel:"]', { hasText: '+44' }).first(), ['+44', '7946', '0123']);
  expect(from).toEqual(from.toSorted((a, b) => a - b));
});

test('what is not translated yet runs its own way on an Arabic page', async ({ visitor: { page, open } }) => {
  await open('/ar/cards/raise-limit/');
  expect(await page.locator('.prose').getAttribute('dir')).toBe('ltr');
  const [first, mark] = await places(page.locator('h1'), ['How', '?']);
  expect(first).toBeLessThan(mark!);
  await open('/ar/a-z/');
  const row = page.locator('.row', { hasText: 'How do I raise' });
  const [start, end] = await places(row, ['In the app', 'at once.']);
  expect(start).toBeLessThan(end!);
});

test('a question in Arabic is answered, and the answers are counted in its grammar', async ({
  visitor: { page, open },
}) => {
  await open('/ar/');
  await type(page, 'فقدت البطاقة');
  await answered(page, 'فقدت البطاقة');
  expect((await suggestedTitles(page))[0]).toBe('فقدت بطاقتي');
  expect(await page.locator('.card-count').allTextContents()).toEqual(['3 مقالات', 'مقالتان']);
});

test('an Arabic address without a page is answered in Arabic, hours included', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await open('/ar/nowhere/');
  const lost = page.locator('.lost:not([hidden])');
  expect(await lost.locator('h1').textContent()).toBe('هذه الصفحة ليست هنا');
  expect(await lost.locator('[data-hours]').first().textContent()).toContain('مفتوح الآن، حتى');
  expect(await lost.locator('[data-hours]').first().textContent()).toContain('م');
});

test('a language of one file in the content folder speaks on every page', async ({ visitor: { page, open } }) => {
  await open('/cy/cards/lost-card/');
  expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  expect(await page.locator('.toc summary').textContent()).toBe('Ar y dudalen hon');
  expect(await page.locator('#page-helpful').textContent()).toBe('A atebodd hyn eich cwestiwn?');
  await open('/cy/cards/change-pin/');
  expect(await page.locator('[role="note"]').textContent()).toContain(
    'Nid yw’r dudalen hon wedi’i chyfieithu eto, felly dyma hi yn English.',
  );
  await open('/cy/');
  await type(page, 'colli cerdyn');
  await answered(page, 'colli cerdyn');
  expect((await suggestedTitles(page))[0]).toBe('Rwyf wedi colli fy ngherdyn');
  // What scripts say comes from the same file.
  await expect
    .poll(() => page.locator('[role="status"]').allTextContents())
    .toContainEqual(expect.stringContaining('Pwyswch y saeth i lawr'));
});

onPhone(
  'Arabic pages bar nobody and are no wider than a phone, in either scheme',
  async ({ visitor: { page, open } }) => {
    const pages = ['/ar/', '/ar/accounts/open-account/', '/ar/cards/', '/ar/contact/', '/ar/agents/', '/ar/a-z/'];
    for (const path of pages) {
      await open(path);
      await inEachScheme(page, async (scheme) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
        expect(await accessibilityViolations(page), `${path} ${scheme}`).toEqual([]);
      });
    }
  },
);
