import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { inEachScheme } from './support/schemes.ts';
import { expect, narrow, test } from './support/visitor.ts';

const MESSAGES = { en: 'When do I get my refund?', 'zh-cn': '退款要多久才能到账？', ko: '환불은 언제 받을 수 있나요?' };

for (const [locale, message] of Object.entries(MESSAGES)) {
  test.extend({ device: narrow })(
    `what leads to a person in ${locale} is accessible at 320 pixels in light and dark colours`,
    async ({ visitor: { page, open } }) => {
      const sound = (): Promise<void> =>
        inEachScheme(page, async (scheme) => {
          expect(await accessibilityViolations(page), `${page.url()} ${scheme}`).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
        });
      await open(`/${locale}/contact/#callback`);
      await page.locator('[name="body"]').fill(message);
      await page.locator('.suggested-answer summary').first().click();
      await page.locator('.suggested-body .prose :is(p, li)').nth(1).waitFor();
      await sound();
      await open(`/${locale}/counting/`);
      await sound();
      await open(`/${locale}/widget/?context=${encodeURIComponent(message)}`);
      await page.locator('[data-part="suggested"] .row').first().waitFor();
      await sound();
      await open(`/${locale}/billing/refunds/`);
      await page.locator('[data-answer="no"]').click();
      await page.locator('input[name="reason"]').first().check();
      await sound();
    },
  );
}
