import { describe } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { test as writes } from './support/customer.ts';
import { answered, shownArticles } from './support/search.ts';
import { desktop, expect, narrow, phone, testWithoutModel as test } from './support/visitor.ts';

const refund = 'How long does a refund take?';

describe('A way to a person', () => {
  for (const [name, device] of Object.entries({ phone, narrow, desktop })) {
    test.extend({ device })(
      `stands under a best answer, with who is there now, on a ${name}`,
      async ({ visitor: { page, open } }) => {
        for (const locale of ['en', 'ko', 'zh-cn']) {
          await open(`/${locale}/search/?q=${encodeURIComponent(refund)}`);
          await answered(page, refund);
          const person = page.locator('[data-part="person"]');
          await person.locator('.open-state:visible').first().waitFor();
          expect(await person.locator('[data-channel="form"]').isVisible()).toBe(true);
          expect(await person.getByText(/Open now|지금|营业|可/).count(), locale).toBeGreaterThan(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
            page.viewportSize()!.width,
          );
          expect(await accessibilityViolations(page), locale).toEqual([]);
        }
      },
    );
  }

  test('stands under an article, and on the page of an address that is gone', async ({
    visitor: { page, open, expectProblems },
  }) => {
    expectProblems(/404/);
    for (const path of ['/en/billing/refunds/', '/ko/no/such-page/']) {
      await open(path);
      const lines = page.locator('.open-lines:visible');
      await lines.locator('.open-state[data-open="true"]').first().waitFor();
      expect(await lines.locator('li:visible .open-state[data-open="false"]').count()).toBe(0);
    }
  });

  writes('takes the question along, in one tap', async ({ customer: { page, address } }) => {
    await page.goto(address(`/en/search/?q=${encodeURIComponent(refund)}`));
    await answered(page, refund);
    await page.locator('[data-part="person"] [data-channel="form"]').click();
    await page.waitForURL(/\/en\/contact\//);
    await page.waitForFunction(() => document.querySelector('[data-write][data-ready]') !== null);
    expect(await page.getByLabel('What is it about?').inputValue()).toBe(refund);
  });
});

writes('a message without a question gets no suggestions', async ({ customer: { openContact } }) => {
  const page = await openContact();
  const body = page.getByLabel('What is it about?');
  for (const greeting of ['hello', 'Hello, good morning everybody at Larkride']) {
    await body.fill(greeting);
    if (greeting.length > 12)
      await page.locator(`[data-part="suggested"][data-query="${greeting}"]`).waitFor({ state: 'attached' });
    expect(await page.locator('.suggested-answer').count(), greeting).toBe(0);
  }
  await body.fill(`Hello, good morning! I cancelled two weeks ago. ${refund}`);
  await page.locator('.suggested-answer[data-article="refunds"]').waitFor();
});

describe('After a "no"', () => {
  test('the reader’s own words find other articles, and one channel is there now', async ({
    visitor: { page, open },
  }) => {
    await open(`/en/search/?q=${encodeURIComponent(refund)}`);
    await answered(page, refund);
    await page.locator('[data-article="refunds"] a').click();
    await page.locator('[data-answer="no"]').click();
    await page.locator('.helpful-more .rows:not([aria-busy])').waitFor();
    const field = page.getByLabel('What did you need, in your own words?');
    expect(await field.inputValue()).toBe(refund);
    await field.fill('my bike was stolen');
    await field.press('Enter');
    await page.locator('.helpful-more .rows a[href*="report-theft"]').waitFor();
    expect(await page.locator('.helpful-more .channel-buttons li:visible').count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('words that no article answers are said to have found none', async ({ visitor: { page, open } }) => {
    await open('/en/billing/refunds/');
    await page.locator('[data-answer="no"]').click();
    const field = page.getByLabel('What did you need, in your own words?');
    await field.fill('teach my parrot to sing opera');
    await field.press('Enter');
    await page.locator('.helpful-said', { hasText: 'No article seems to answer this.' }).waitFor();
  });
});

describe('The language switch', () => {
  test('keeps the question', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=QX-7741');
    await answered(page, 'QX-7741');
    await page.locator('summary[aria-label^="Language"]').click();
    await page.getByRole('link', { name: '한국어' }).first().click();
    await page.waitForURL(/\/ko\/search\/\?q=QX-7741/);
    await answered(page, 'QX-7741');
  });

  test('leads to the section that is being read, in the words of the translation', async ({
    visitor: { page, open },
  }) => {
    await open('/en/billing/refunds/');
    const anchors = await page.locator('.prose h2[id]').evaluateAll((all) => all.map(({ id }) => id));
    await page.locator(`.prose h2[id="${anchors[1]}"]`).evaluate((heading) => heading.scrollIntoView());
    await page.locator('.menu a[lang="ko"]').evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(/\/ko\/billing\/refunds\/#./);
    const section = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const translated = await page.locator('.prose h2[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(section).toBe(translated[1]);
  });

  test('keeps the section of an article that is not translated', async ({ visitor: { page, open } }) => {
    await open('/en/troubleshooting/code-qx-7741/');
    await page.locator('#fasten-the-control-cable').evaluate((heading) => heading.scrollIntoView());
    await page.locator('.menu a[lang="ko"]').evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(/\/ko\/troubleshooting\/code-qx-7741\/#fasten-the-control-cable/);
  });
});

test.extend({ device: phone })(
  'going back to results restores the question, what was shown and how far it was scrolled',
  async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=battery');
    await answered(page, 'battery');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('[data-article]').nth(12).waitFor();
    const last = page.locator('[data-article]').nth(11);
    await last.scrollIntoViewIfNeeded();
    const before = { shown: await shownArticles(page), top: await page.evaluate(() => scrollY) };
    expect(before.top).toBeGreaterThan(500);
    await last.locator('a').click();
    await page.waitForURL(/\/en\/(?!search)/);
    await page.goBack();
    await answered(page, 'battery');
    expect(await shownArticles(page)).toEqual(before.shown);
    expect(await page.locator('.search-input').inputValue()).toBe('battery');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before.top);
  },
);

test('going back from a suggestion finds the question in the box', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await page.fill('.search-input', 'QX-7741');
  await answered(page, 'QX-7741');
  await page.locator('[role="option"][data-article]').first().click();
  await page.waitForURL(/code-qx-7741/);
  await page.goBack();
  const input = page.locator('.search-input').first();
  await expect.poll(() => input.inputValue()).toBe('QX-7741');
  await input.focus();
  await answered(page, 'QX-7741');
});
