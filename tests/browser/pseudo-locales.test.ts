import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { writePseudoContent } from '../support/pseudo-content.ts';
import { testOf } from './support/own-site.ts';
import { answered, suggestedTitles, type } from './support/search.ts';
import { narrow } from './support/visitor.ts';

const test = testOf('pseudo-site', ['tests/support/pseudo-content.ts'], writePseudoContent);
const pages = [
  '',
  'billing/',
  'billing/refund/',
  'contact/',
  'a-z/',
  'search/?q=9999',
  'search/',
  'counting/',
  'agents/',
  'widget/',
];

/**
 * Texts with plain Latin words that a visitor of an accented page sees or hears. Left alone are days, which Intl
 * writes, code, addresses, and whatever is marked as being in another language.
 */
function plainTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const plain = /[A-Za-z]{2,}/;
    const passed = 'script, style, noscript, template, time, code, kbd, pre, [lang="en"]';
    const found = new Set<string>();
    const note = (text: string | null, element: Element | null): void => {
      const shown = (text ?? '').replace(/\S+@\S+|https?:\S+/g, '');
      if (element && !element.closest(passed) && plain.test(shown))
        found.add(`${element.tagName.toLowerCase()}: ${shown.trim()}`);
    };
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) note(node.textContent, node.parentElement);
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [alt], [aria-description], [aria-roledescription]',
    )) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
        note(element.getAttribute(name), element);
    }
    note(document.title, document.querySelector('title'));
    note(document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '', document.head);
    return [...found].sort();
  });
}

test('a language without articles is searched in the default one', async ({ visitor: { page, open } }) => {
  for (const path of ['/ko/', '/ko/search/']) {
    await open(path);
    await type(page, 'invoice');
    await answered(page, 'invoice');
    const found = page.locator('[data-article="invoice"]').first();
    expect(await found.getAttribute('lang')).toBe('en');
    await (path === '/ko/' ? found : found.locator('a')).click();
    await page.waitForURL(/\/ko\/billing\/invoice\//);
  }
});

describe('The accented language', () => {
  for (const path of pages) {
    test(`shows no text on /${path} that was never translated`, async ({ visitor: { page, open } }) => {
      await open(`/en-xa/${path}`);
      if (path.startsWith('search/?')) await answered(page, '9999');
      expect(await plainTexts(page)).toEqual([]);
    });
  }

  test('shows none in the search box either, while typing and when nothing is found', async ({
    visitor: { page, open },
  }) => {
    await open('/en-xa/');
    await type(page, 'řéƒúñđ');
    await answered(page, 'řéƒúñđ');
    expect(await suggestedTitles(page)).toContain('⟦Ĥóŵ đó Í ğéţ á řéƒúñđ·······⟧');
    expect(await plainTexts(page)).toEqual([]);
    await page.locator('.search-input').first().fill('ẋẋẋẋ');
    await answered(page, 'ẋẋẋẋ');
    expect(await plainTexts(page)).toEqual([]);
  });
});

describe('The language from right to left', () => {
  const onNarrow = test.extend({ device: narrow });

  for (const path of pages) {
    onNarrow(`fits a narrow screen on /${path} and begins at the right`, async ({ visitor: { page, open } }) => {
      await open(`/en-xb/${path}`);
      const { dir, overflow, heading } = await page.evaluate(() => {
        const { documentElement: root } = document;
        const first = document.querySelector('h1');
        return {
          dir: root.dir,
          overflow: root.scrollWidth - root.clientWidth,
          heading: first && { direction: getComputedStyle(first).direction, align: getComputedStyle(first).textAlign },
        };
      });
      expect(dir).toBe('rtl');
      expect(overflow).toBeLessThanOrEqual(0);
      if (heading)
        expect(heading).toEqual({ direction: 'rtl', align: expect.stringMatching(/^(start|center|right)$/) });
    });
  }

  test('mirrors the page: logo at the right, list items and the steps beside the right edge of the text', async ({
    visitor: { page, open },
  }) => {
    await open('/en-xb/billing/refund/');
    const places = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const prose = box('.prose');
      const item = getComputedStyle(document.querySelector('.prose ol')!);
      return {
        home: box('header a').right,
        width: document.documentElement.clientWidth,
        indentRight: parseFloat(item.paddingRight),
        indentLeft: parseFloat(item.paddingLeft),
        prose: prose.right,
        align: getComputedStyle(document.querySelector('.prose td')!).textAlign,
      };
    });
    expect(places.home).toBeGreaterThan(places.width / 2);
    expect(places.indentRight).toBeGreaterThan(places.indentLeft);
    expect(['start', 'right']).toContain(places.align);
  });

  const reader = test.extend({ device: { ...narrow, locale: 'en-XB' } });
  reader('is offered from right to left, on a narrow screen too', async ({ visitor: { page, open } }) => {
    await open('/en/billing/refund/');
    const [link, button] = [page.locator('.offer a'), page.locator('.offer button')];
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/\/en-xb\/billing\/refund\/$/);
    expect((await link.boundingBox())!.x).toBeGreaterThan((await button.boundingBox())!.x);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });

  test('is searched, and the keyboard leads through the answers', async ({ visitor: { page, open } }) => {
    await open('/en-xb/');
    await type(page, 'refund');
    await answered(page, 'refund');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en-xb\/billing\/refund\//);
  });
});
