import type { Page } from 'playwright-core';
import { slow4g, throttleNetwork } from '../../scripts/lib/browser/conditions.ts';
import { answered, suggestedTitles, type } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

/** Records which query each drawing of the list belongs to, beside what stood in the box at that moment. */
async function recordDrawings(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const list = document.querySelector('.search-list')!;
    const panel = document.querySelector<HTMLElement>('.search-panel')!;
    const input = document.querySelector<HTMLInputElement>('.search-input')!;
    const stale: string[] = [];
    Object.assign(window, { stale });
    new MutationObserver(() => {
      if ((panel.dataset.query ?? '') !== input.value.trim()) stale.push(`${panel.dataset.query} while ${input.value}`);
    }).observe(list, { childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { stale: string[] }).stale);
}

test('however fast the typing, no older result replaces a newer one', async ({ visitor: { page, open } }) => {
  await open('/en/');
  const stale = await recordDrawings(page);
  await page.locator('.search-input').pressSequentially('battery does not charge', { delay: 0 });
  await answered(page, 'battery does not charge');
  expect(await stale()).toEqual([]);
});

test('answers that arrive late on a slow line do not replace those of a newer question', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  await page.focus('.search-input');
  await throttleNetwork(page, slow4g);
  const stale = await recordDrawings(page);
  await page.locator('.search-input').pressSequentially('helmet', { delay: 30 });
  await page.fill('.search-input', 'QX-7741');
  await answered(page, 'QX-7741');
  expect(await stale()).toEqual([]);
  expect((await suggestedTitles(page))[0]).toContain('QX-7741');
});

/** Where each row stands, and whether it has its text. */
async function rows(page: Page): Promise<{ article: string; top: number; href: string; bare: boolean }[]> {
  return page.locator('[role="option"][data-article]').evaluateAll((options) =>
    options.map((option) => ({
      article: (option as HTMLElement).dataset.article ?? '',
      top: Math.round(option.getBoundingClientRect().top),
      href: option.getAttribute('href') ?? '',
      bare: option.querySelector('.search-option-passage')?.textContent === '',
    })),
  );
}

test('while texts are slow, titles stand there at once, lead to their article and stay where they are', async ({
  visitor: { page, open },
}) => {
  await open('/ko/');
  await type(page, '환불');
  await answered(page, '환불');
  await page.fill('.search-input', '');
  const held: (() => void)[] = [];
  await page.route(/\/texts-\d+\.bin$/, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await type(page, '타이어');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.search-option-passage')].some(({ textContent }) => textContent === ''),
  );
  // Meaning comes after the words and may order otherwise, until an answer that is not whole was in sight for a second.
  let early = await rows(page);
  let since = performance.now();
  await expect
    .poll(
      async () => {
        const now = await rows(page);
        if (JSON.stringify(now) !== JSON.stringify(early)) [early, since] = [now, performance.now()];
        return performance.now() - since;
      },
      { interval: 100, timeout: 30_000 },
    )
    .toBeGreaterThan(1200);
  expect(early.filter(({ bare }) => bare).map(({ href }) => href)).toEqual(
    early.filter(({ bare }) => bare).map(({ article }) => expect.stringMatching(new RegExp(`/a/${article}/\\?in=ko$`))),
  );
  const letGo = setInterval(() => held.splice(0).forEach((go) => go()), 50);
  await answered(page, '타이어');
  clearInterval(letGo);
  const late = await rows(page);
  expect(late.map(({ article }) => article)).toEqual(early.map(({ article }) => article));
  // What was read for so long stays, and has its text unless the ranking by meaning has left it out.
  await page.fill('.search-input', '');
  await type(page, '타이어');
  await answered(page, '타이어');
  const ranked = (await rows(page)).map(({ article }) => article);
  expect(late.filter(({ bare, article }) => bare && ranked.includes(article))).toEqual([]);
  // What stands below an answer, whose text has any number of lines, comes to rest with it; meaning, which comes after
  // the words, may make an answer of the first row.
  const below = (found: typeof late) => found.slice(1).map(({ top }) => top - found[1]!.top);
  // Places are rounded to whole pixels.
  below(late).forEach((top, place) => expect(Math.abs(top - below(early)[place]!)).toBeLessThanOrEqual(1));
});

test('emptying the box leaves nothing of the answers, only examples of what to ask', async ({
  visitor: { page, open },
}) => {
  await open('/en/');
  await type(page, 'refund');
  await answered(page, 'refund');
  await page.fill('.search-input', '');
  await page.locator('.search-option[id*="example"]').first().waitFor();
  expect(await page.locator('.search-option:not([id*="example"])').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.locator('.search-panel').waitFor({ state: 'hidden' });
});

test('Korean is searched while its syllables are composed', async ({ visitor: { page, open } }) => {
  await open('/ko/');
  await page.focus('.search-input');
  const session = await page.context().newCDPSession(page);
  for (const text of ['ㅎ', '화', '환', '환ㅂ', '환부', '환불']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await answered(page, '환불');
  expect(await suggestedTitles(page)).not.toEqual([]);
});

test('the reading of Chinese characters is not searched before they are chosen', async ({
  visitor: { page, open },
}) => {
  await open('/zh-cn/');
  await page.focus('.search-input');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: "tui'kuan", selectionStart: 8, selectionEnd: 8 });
  await page.waitForTimeout(300);
  expect(await page.locator('.search-panel').getAttribute('data-query')).toBeNull();
  await session.send('Input.insertText', { text: '退款' });
  await answered(page, '退款');
  expect(await suggestedTitles(page)).not.toEqual([]);
});

test('the Enter that ends a composition does not leave the page', async ({ visitor: { page, open, address } }) => {
  await open('/ko/');
  await page.focus('.search-input');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '환불', selectionStart: 2, selectionEnd: 2 });
  await page.locator('.search-input').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  expect(page.url()).toBe(address('/ko/'));
});
