import { inject } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { pageTypes } from '../../scripts/lib/browser/page-types.ts';
import { inEachScheme } from './support/schemes.ts';
import { answered } from './support/search.ts';
import { expect, narrow, phone, test, testWithoutModel } from './support/visitor.ts';

const kinds = {
  ...(await pageTypes(inject('siteFolder'), 'en')),
  'article with wide content': 'en/troubleshooting/endless-words/',
  'Chinese article': 'zh-cn/billing/refunds/',
  'Korean home': 'ko/',
  'what is counted': 'en/counting/',
};

for (const [kind, path] of Object.entries(kinds)) {
  test.extend({ device: phone })(
    `the ${kind} page has no accessibility violations in light and dark colours`,
    async ({ visitor: { page, open, expectProblems } }) => {
      expectProblems(/404/);
      await open(path);
      await inEachScheme(page, async (scheme) => expect(await accessibilityViolations(page), scheme).toEqual([]));
    },
  );

  test.extend({ device: narrow })(
    `the ${kind} page does not scroll sideways at 320 pixels`,
    async ({ visitor: { page, open, expectProblems } }) => {
      expectProblems(/404/);
      await open(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );
}

testWithoutModel.extend({ device: phone })(
  'open suggestions have no accessibility violations in light and dark colours',
  async ({ visitor: { page, open } }) => {
    await open('/en/');
    await page.fill('.search-input', 'refund');
    await answered(page, 'refund');
    await page.keyboard.press('ArrowDown');
    await inEachScheme(page, async (scheme) => expect(await accessibilityViolations(page), scheme).toEqual([]));
  },
);

testWithoutModel.extend({ device: phone })(
  'results have no accessibility violations in light and dark colours',
  async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=refund');
    await answered(page, 'refund');
    await inEachScheme(page, async (scheme) => expect(await accessibilityViolations(page), scheme).toEqual([]));
    await page.fill('.search-input', 'xqzvv wkjhq');
    await answered(page, 'xqzvv wkjhq');
    await inEachScheme(page, async (scheme) => expect(await accessibilityViolations(page), scheme).toEqual([]));
  },
);

testWithoutModel.extend({ device: narrow })(
  'results and suggestions do not scroll sideways at 320 pixels',
  async ({ visitor: { page, open } }) => {
    await open(
      '/en/search/?q=zyxmarkup+Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender',
    );
    await page.waitForSelector('[data-article]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await open('/en/');
    await page.fill('.search-input', 'zyxmarkup');
    await answered(page, 'zyxmarkup');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);

test('printing an article leaves out what only works on a screen', async ({ visitor: { page, open } }) => {
  await open('/en/billing/refunds/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.search-box').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});
