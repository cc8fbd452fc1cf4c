import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { expect, narrow, test } from './support/visitor.ts';

test.extend({ device: narrow })(
  'a picture opens in full size by keyboard, and Escape leads back to it',
  async ({ visitor: { page, open } }) => {
    await open('/en/getting-started/choose-frame-size/');
    const button = page.getByRole('button', { name: 'Show larger: Four riders of growing height' });
    await button.focus();
    await page.keyboard.press('Enter');
    const large = page.locator('dialog img');
    await large.waitFor();
    const shown = await large.boundingBox();
    expect(shown!.width).toBeGreaterThan(500);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  },
);

test('an article without pictures has nothing of what they need', async ({ visitor: { page, open } }) => {
  await open('/en/billing/refunds/');
  expect(await page.locator('dialog[data-pictures], link[href*="pictures"], script[src*="ictures"]').count()).toBe(0);
});
