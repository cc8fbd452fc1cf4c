import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../support/owner-site.ts';
import { testOf } from './support/own-site.ts';
import { inEachScheme } from './support/schemes.ts';
import { expect, narrow, test } from './support/visitor.ts';

const korean = test.extend({ device: { locale: 'ko-KR', viewport: { width: 1280, height: 800 } } });
const chinese = test.extend({ device: { locale: 'zh-TW', ...narrow } });

/** The offered link, once its text is there. */
async function offered(page: Page): Promise<{ text: string; path: string; lang: string }> {
  const link = page.locator('.offer a');
  await link.waitFor();
  return {
    text: (await link.textContent()) ?? '',
    path: new URL((await link.getAttribute('href')) ?? '', page.url()).pathname.replace('/help/', '/'),
    lang: (await page.locator('.offer').getAttribute('lang')) ?? '',
  };
}

describe('A visitor whose browser prefers another of the site’s languages', () => {
  korean(
    'is offered the article in it, in that language, and is not led there',
    async ({ visitor: { page, open } }) => {
      await open('/en/billing/refunds/');
      expect(await offered(page)).toEqual({
        text: '이 페이지를 한국어로 보기',
        path: '/ko/billing/refunds/',
        lang: 'ko',
      });
      expect(new URL(page.url()).pathname).toMatch(/\/en\/billing\/refunds\/$/);
      await page.locator('.offer a').click();
      await page.waitForURL(/\/ko\/billing\/refunds\//);
      expect(await page.locator('.offer').count()).toBe(0);
    },
  );

  korean('is offered the home page of it on /', async ({ visitor: { page, open } }) => {
    await open('/');
    expect(await offered(page)).toMatchObject({ text: '이 페이지를 한국어로 보기', path: '/ko/' });
    expect(new URL(page.url()).pathname).toBe('/help/');
  });

  chinese(
    'is offered the language’s home, in other words, where the article is not written in it',
    async ({ visitor: { page, open } }) => {
      await open('/en/troubleshooting/code-qx-7741/');
      expect(await offered(page)).toEqual({ text: '前往简体中文帮助中心', path: '/zh-cn/', lang: 'zh-CN' });
    },
  );

  korean('takes the question along from the results page', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=refund');
    await offered(page);
    expect(await page.locator('.offer a').getAttribute('href')).toMatch(/\/ko\/search\/\?q=refund$/);
  });

  korean('can close the offer by keyboard, for good', async ({ visitor: { page, open } }) => {
    await open('/en/billing/refunds/');
    await offered(page);
    for (const _ of ['skip link', 'link', 'button']) await page.keyboard.press('Tab');
    const closing = page.locator(':focus');
    expect(await closing.getAttribute('aria-label')).toBe('닫기');
    await page.keyboard.press('Enter');
    expect(await page.locator('.offer').count()).toBe(0);
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain('Language');
    await open('/en/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.offer').count()).toBe(0);
  });

  korean('is not asked again after choosing a language in the menu', async ({ visitor: { page, open } }) => {
    await open('/en/');
    await page.locator('summary[aria-label^="Language"]').click();
    await page.locator('.menu-list').getByRole('link', { name: '简体中文' }).click();
    await page.waitForURL(/\/zh-cn\//);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.offer').count()).toBe(0);
  });

  korean('can close it where the browser keeps nothing', async ({ visitor: { page, open } }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Storage is forbidden.', 'SecurityError');
        },
      });
    });
    await open('/en/billing/refunds/');
    await offered(page);
    await page.locator('.offer button').click();
    expect(await page.locator('.offer').count()).toBe(0);
  });

  korean('sees nothing move when the text of the offer comes late', async ({ visitor: { page, open } }) => {
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/offer.json', async (route) => {
      await late;
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { sources: { node: Node | null }[] }[])
          shifts.push(...entry.sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80) ?? ''));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['/en/billing/refunds/', '/en/']) {
      await open(path);
      await page.waitForTimeout(300);
      arrive();
      await offered(page);
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts), path).toEqual([]);
    }
  });

  korean(
    'gets the page without an empty line when the offer’s text cannot be fetched',
    async ({ visitor: { page, open, expectProblems } }) => {
      expectProblems(/ERR_FAILED/);
      await page.route('**/offer.json', (route) => route.abort());
      await open('/en/billing/refunds/');
      await page.waitForFunction(() => !document.querySelector('.offer'));
    },
  );

  chinese(
    'gets an offer that fits a narrow screen and is accessible in either scheme',
    async ({ visitor: { page, open } }) => {
      for (const path of ['/en/billing/refunds/', '/ko/']) {
        await open(path);
        await offered(page);
        await inEachScheme(page, async (scheme) => {
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, path).toBeLessThanOrEqual(0);
          expect(await accessibilityViolations(page), `${path} ${scheme}`).toEqual([]);
        });
      }
      expect(await page.getByRole('complementary', { name: '语言' }).count()).toBe(1);
    },
  );
});

describe('Nothing is offered', () => {
  for (const path of ['/ko/billing/refunds/', '/ko/troubleshooting/code-qx-7741/', '/ko/']) {
    korean(`on a page in the visitor’s language: ${path}`, async ({ visitor: { page, open } }) => {
      await open(path);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('.offer').count()).toBe(0);
    });
  }

  const french = test.extend({ device: { locale: 'fr-FR' } });
  french('to a visitor whose languages the site does not have', async ({ visitor: { page, open } }) => {
    await open('/ko/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.offer').count()).toBe(0);
  });
});

test('the offer costs a page less than 350 bytes', async ({ visitor: { page, address } }) => {
  const html = await (await page.request.get(address('/en/billing/refunds/'))).text();
  const [script = '', text = ''] = /<script data-tags=[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
  expect(script).toContain('signpost:language');
  const hash = createHash('sha256').update(text).digest('base64');
  const without = html.replace(script, '').replace(` 'sha256-${hash}'`, '');
  expect(without.length).toBeLessThan(html.length - script.length);
  expect(brotliCompressSync(html).length - brotliCompressSync(without).length).toBeLessThan(350);
});

describe('A site with one language', () => {
  const single = testOf('game', ownerInputs('game'), writeOwner('game')).extend({
    device: { locale: 'ko-KR' },
    cached: false,
  });

  single('offers none and carries nothing of it', async ({ visitor: { page, open, transfers } }) => {
    await open('/en/account/missing-coins/');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.offer').count()).toBe(0);
    const loaded = await transfers.transfers();
    expect(loaded.length).toBeGreaterThan(2);
    for (const { url } of loaded) {
      const text = await (await page.request.get(url)).text();
      expect(/signpost:language|offer-row|\.offer/.exec(text)?.[0], url).toBeUndefined();
    }
    expect((await page.request.get(new URL('/en/offer.json', page.url()).href)).status()).toBe(404);
  });
});
