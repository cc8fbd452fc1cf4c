import { describe } from 'vitest';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { inEachScheme } from '../support/schemes.ts';
import { expect, narrow } from '../support/visitor.ts';

/** The looks that are further from ours than the bank's; what the README shows of them. */
describe.each([
  ['game', ['/en/', '/en/play/', '/en/play/lag/', '/en/contact/', '/en/search/?q=coins']],
  ['shop', ['/ko/', '/ko/orders/', '/ko/orders/delivery-time/', '/ko/contact/', '/en/search/?q=refund']],
] as const)('the %s', (owner, paths) => {
  const test = testOf(owner, ownerInputs(owner), writeOwner(owner)).extend({ device: narrow });

  test('bars nobody in light and dark, and fits the narrowest screen', async ({ visitor: { page, open } }) => {
    const visit = async (path: string): Promise<void> => {
      await open(path);
      if (path.includes('?q=')) await page.locator('main [data-article]').first().waitFor();
    };
    const check = async (path: string, scheme: string): Promise<void> => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      expect(await accessibilityViolations(page), `${path} ${scheme}`).toEqual([]);
    };
    for (const path of paths) {
      await visit(path);
      await inEachScheme(page, (scheme) => check(path, scheme));
    }
    // Whoever chooses the light page on a dark device has it, whatever the owner prefers.
    await page.evaluate(() => localStorage.setItem('signpost:theme', 'light'));
    for (const path of paths) {
      await visit(path);
      await check(path, 'chosen');
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
});
