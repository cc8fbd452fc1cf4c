import { describe } from 'vitest';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect, narrow } from '../support/visitor.ts';

/** The looks that are further from ours than the bank's; what the README shows of them. */
describe.each([
  ['game', ['/en/', '/en/play/', '/en/play/lag/', '/en/contact/', '/en/search/?q=coins']],
  ['shop', ['/ko/', '/ko/orders/', '/ko/orders/delivery-time/', '/ko/contact/', '/en/search/?q=refund']],
] as const)('the %s', (owner, paths) => {
  const test = testOf(owner, ownerInputs(owner), writeOwner(owner)).extend({ device: narrow });

  test('bars nobody in light and dark, and fits the narrowest screen', async ({ visitor: { page, open } }) => {
    for (const colorScheme of ['light', 'dark', 'chosen'] as const) {
      // Whoever chooses the light page on a dark device has it, whatever the owner prefers.
      if (colorScheme === 'chosen') await page.evaluate(() => localStorage.setItem('signpost:theme', 'light'));
      else await page.emulateMedia({ colorScheme });
      for (const path of paths) {
        await open(path);
        if (path.includes('?q=')) await page.locator('main [data-article]').first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
        expect(await accessibilityViolations(page), `${path} ${colorScheme}`).toEqual([]);
      }
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
});
