import { describe } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { testOfLanguages } from './support/own-site.ts';
import { inEachScheme } from './support/schemes.ts';
import { answered, shownArticles, type } from './support/search.ts';
import { testWithoutModel as base, desktop, expect, narrow, phone } from './support/visitor.ts';

const test = base.extend({ cached: false });

const korean = '환불은 얼마나 걸리나요?';

describe('A question in another of the site’s languages', () => {
  test('is answered by its own language, and the page says so in it, above the results', async ({
    visitor: { page, open },
  }) => {
    await open(`/en/search/?q=${encodeURIComponent(korean)}`);
    await answered(page, korean);
    const link = page.locator('[data-part="elsewhere"] a');
    expect(await link.textContent()).toBe('한국어 도움말에서 찾기');
    expect(await link.getAttribute('lang')).toBe('ko');
    expect((await shownArticles(page)).length).toBeGreaterThan(0);
    const first = page.locator('[data-article]').first();
    expect(await first.getAttribute('lang')).toBe('ko');
    expect(await first.getAttribute('data-article')).toBe('refunds');
    expect(await page.locator('[data-part="elsewhere"]').textContent()).toContain('한국어로 질문하셔서');
    expect((await link.boundingBox())!.y).toBeLessThan((await first.boundingBox())!.y);
    await link.click();
    await page.waitForURL(/\/ko\/search\//);
    expect(new URL(page.url()).searchParams.get('q')).toBe(korean);
    await answered(page, korean);
    expect(await page.locator('[data-part="elsewhere"]').isVisible()).toBe(false);
  });

  test('is said to be in it above the suggestions, and one key leads to the search there', async ({
    visitor: { page, open },
  }) => {
    await open('/en/');
    await type(page, korean);
    await answered(page, korean);
    const said = page.locator('.search-panel .search-note [lang="ko"]');
    await said.waitFor();
    expect(await said.textContent()).toContain('한국어 도움말의 답변을 먼저');
    const options = page.getByRole('option');
    expect(await options.first().getAttribute('lang')).toBe('ko');
    const last = page.getByRole('option', { name: '한국어 도움말에서 찾기' });
    await last.waitFor();
    // What other languages have goes below all else, and may come between two keys.
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowUp');
        return last.getAttribute('aria-selected');
      })
      .toBe('true');
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
        await open(`/en/search/?q=${encodeURIComponent(korean)}`);
        await answered(page, korean);
        await page.locator('[data-part="elsewhere"] a').waitFor();
        await inEachScheme(page, async (scheme) => {
          expect(await accessibilityViolations(page), scheme).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBeLessThanOrEqual(0);
        });
      },
    );
  }
});

describe('A question in the page’s language, or in none', () => {
  for (const [locale, path, query, sure] of [
    ['en-US', '/en/', 'how long does a refund take', true],
    ['en-US', '/en/', 'can I teach my parrot to sing', true],
    ['en-US', '/en/', 'QX-7741', true],
    ['ko-KR', '/ko/', '환불은 얼마나 걸리나요', true],
    // What the page's language does not answer for certain, the default one may.
    ['ko-KR', '/ko/', 'QX-7741', false],
    ['zh-CN', '/zh-cn/', 'Larkride', false],
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
        if (!sure) return;
        const own = path.slice(1, -1);
        const indexes = fetched.flatMap((url) => /_search\/(?:current\/)?([a-z-]+)\./.exec(url)?.[1] ?? []);
        expect(new Set(indexes)).toEqual(new Set([own]));
        expect(fetched.filter((url) => url.includes('foreign'))).toEqual([]);
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
      const option = page.locator('[role="option"][id$="-elsewhere"]');
      await option.waitFor();
      expect(await option.getAttribute('lang')).toBe('de-xa');
      const address = new URL((await option.getAttribute('href'))!, page.url());
      expect([address.pathname, address.searchParams.get('q')]).toEqual(['/de-xa/search/', question]);
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
