import { describe } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { testOfLanguages } from './support/own-site.ts';
import { answered, shownArticles, type } from './support/search.ts';
import { desktop, expect, narrow, phone, testWithoutModel as test } from './support/visitor.ts';

const korean = '환불은 얼마나 걸리나요?';

describe('A question in another of the site’s languages', () => {
  test('is offered there in its language, above the results of the page’s own', async ({ visitor: { page, open } }) => {
    await open(`/en/search/?q=${encodeURIComponent(korean)}`);
    await answered(page, korean);
    const link = page.locator('[data-part="elsewhere"] a');
    expect(await link.textContent()).toBe('한국어 도움말에서 찾기');
    expect(await link.getAttribute('lang')).toBe('ko');
    expect((await shownArticles(page)).length).toBeGreaterThan(0);
    const first = page.locator('[data-article]').first();
    expect((await link.boundingBox())!.y).toBeLessThan((await first.boundingBox())!.y);
    await link.click();
    await page.waitForURL(/\/ko\/search\//);
    expect(new URL(page.url()).searchParams.get('q')).toBe(korean);
    await answered(page, korean);
    expect(await page.locator('[data-part="elsewhere"]').isVisible()).toBe(false);
  });

  test('is offered above the suggestions, where the keys reach it first', async ({ visitor: { page, open } }) => {
    await open('/en/');
    await type(page, korean);
    await answered(page, korean);
    const option = page.getByRole('option').first();
    await page.getByRole('option', { name: '한국어 도움말에서 찾기' }).waitFor();
    expect(await option.getAttribute('lang')).toBe('ko');
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ko\/search\//);
    expect(new URL(page.url()).searchParams.get('q')).toBe(korean);
  });

  test('is no longer offered when the next one is in the page’s language', async ({ visitor: { page, open } }) => {
    await open('/ko/');
    await page.fill('.search-input', 'how long does a refund take');
    await page.getByRole('option', { name: 'Search our help in English' }).waitFor();
    await page.fill('.search-input', '환불');
    await answered(page, '환불');
    expect(await page.getByRole('option', { name: 'Search our help in English' }).count()).toBe(0);
  });

  for (const [name, device] of Object.entries({ phone, narrow, desktop })) {
    test.extend({ device })(
      `is offered accessibly on a ${name} screen, light and dark`,
      async ({ visitor: { page, open } }) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await open(`/en/search/?q=${encodeURIComponent(korean)}`);
          await answered(page, korean);
          await page.locator('[data-part="elsewhere"] a').waitFor();
          expect(await accessibilityViolations(page), colorScheme).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBeLessThanOrEqual(0);
        }
      },
    );
  }
});

describe('A question in the page’s language, or in none', () => {
  for (const [locale, path, query] of [
    ['en-US', '/en/', 'how long does a refund take'],
    ['ko-KR', '/ko/', '환불은 얼마나 걸리나요'],
    ['ko-KR', '/ko/', 'QX-7741'],
    ['zh-CN', '/zh-cn/', 'Larkride'],
  ] as const) {
    test.extend({ device: { locale } })(
      `“${query}” on ${path} is offered nowhere else and fetches nothing of other languages`,
      async ({ visitor: { page, open, transfers } }) => {
        await open(path);
        await page.fill('.search-input', query);
        await answered(page, query);
        await page.waitForLoadState('networkidle');
        expect(await page.locator('[id$="-elsewhere"]').count()).toBe(0);
        const fetched = (await transfers.transfers()).map(({ url }) => url);
        expect(fetched.filter((url) => /offer\.json|small/.test(url))).toEqual([]);
      },
    );
  }
});

describe('On a site whose languages share their letters', () => {
  const shared = testOfLanguages('shared-letters', 'tests/browser/question-language.test.ts', {
    en: ['English', 'How do I get a refund'],
    'de-xa': ['Deutsch', 'Wie bekomme ich mein Geld zurück'],
  }).extend({ line: { saveData: true } });
  const detector = /static\.small\./;

  shared(
    'a German question on an English page is known by a detector of both languages only',
    async ({ visitor: { page, open, transfers } }) => {
      const question = 'wie kann ich mein abo kündigen';
      await open('/en/');
      await page.waitForLoadState('networkidle');
      expect((await transfers.transfers()).filter(({ url }) => detector.test(url))).toEqual([]);
      await page.fill('.search-input', question);
      // The interface speaks no German: a made-up text stands for it.
      const option = page.locator('[role="option"][lang="de-xa"]');
      await option.waitFor();
      expect(await option.getAttribute('href')).toBe(`/de-xa/search/?q=${encodeURIComponent(question)}`);
      const [fetched] = (await transfers.transfers()).filter(({ url }) => detector.test(url));
      expect(fetched!.bytes).toBeLessThan(40_100);
    },
  );

  shared('an English one is left alone', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=how+can+i+cancel');
    await answered(page, 'how can i cancel');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-part="elsewhere"]').isVisible()).toBe(false);
  });
});
