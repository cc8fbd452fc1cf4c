import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { type Endpoint, openEndpoint, siteWithCounting } from '../support/counting.ts';
import { answered, type } from '../support/search.ts';
import { expect, test } from '../support/visitor.ts';

let endpoint: Endpoint;
let site: Awaited<ReturnType<typeof siteWithCounting>> | undefined;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(async () => {
  await site?.close();
  site = undefined;
  await endpoint.close();
});

/** Opens a page of a site that counts. */
async function openCounted(page: Page, path: string, settings: Record<string, unknown> = {}): Promise<void> {
  site ??= await siteWithCounting(inject('site'), { endpoint: `${endpoint.origin}/events`, ...settings });
  await page.goto(new URL(path.slice(1), site.url).href);
}

const types = () =>
  [...endpoint.events.values()].sort((a, b) => a.at.localeCompare(b.at)).map(({ type: name }) => name);
async function arrived(name: string): Promise<void> {
  await expect.poll(() => types(), { timeout: 20_000 }).toContain(name);
}

describe('what happens is counted', () => {
  test('a search with the place of the result that was opened, and the article it led to', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await openCounted(page, '/en/');
    await type(page, 'refund');
    await answered(page, 'refund');
    const first = page.locator('[role="option"][data-article]').first();
    const article = await first.getAttribute('data-article');
    await first.click();
    await page.waitForLoadState();
    await arrived('open');
    const events = [...endpoint.events.values()];
    const search = events.find((event) => event.type === 'search');
    expect(search).toMatchObject({ rank: 1, article, length: 6, locale: 'en', surface: 'site' });
    expect(search).not.toHaveProperty('query');
    expect(events.find((event) => event.type === 'open')).toMatchObject({ article, from: 'search' });
    expect(new Set(events.map(({ visit }) => visit)).size).toBe(1);
  });

  test('the words only when the owner asks for them, without a mail address', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await openCounted(page, '/en/search/?q=refund%20to%20ann%40example.com', { includeQueries: true });
    await answered(page, 'refund to ann@example.com');
    await page.waitForTimeout(1100);
    await openCounted(page, '/en/contact/');
    await arrived('contact-started');
    await arrived('search');
    expect([...endpoint.events.values()].find((event) => event.type === 'search')).toMatchObject({
      query: 'refund to [address]',
    });
  });

  test('what a reader whom an article did not help needs, in their words, when the owner asks for them', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await openCounted(page, '/en/billing/', { includeQueries: true });
    await page.locator('main a[href*="/en/billing/"]').first().click();
    await page.waitForLoadState();
    await page.locator('[data-answer="no"]').click();
    await page.locator('.helpful-words input').fill('invoice for ann@example.com');
    await page.locator('.helpful-words button').click();
    await openCounted(page, '/en/contact/', { includeQueries: true });
    await arrived('contact-started');
    expect(
      [...endpoint.events.values()].flatMap((event) => (event.type === 'not-helpful' ? [event.query] : [])),
    ).toEqual([undefined, 'invoice for [address]']);
  });

  test('yes and no below an article, with the reason', async ({ visitor: { page, expectProblems } }) => {
    expectProblems(/request to another origin/);
    await openCounted(page, '/en/billing/');
    await page.locator('main a[href*="/en/billing/"]').first().click();
    await page.waitForLoadState();
    await page.locator('[data-answer="no"]').click();
    await page.locator('input[name="reason"]').first().check();
    await page.locator('[data-answer="yes"]').click();
    await arrived('answered');
    expect(types()).toEqual(['open', 'not-helpful', 'not-helpful', 'answered']);
    expect(
      [...endpoint.events.values()].flatMap((event) => (event.type === 'not-helpful' ? [event.reason] : [])),
    ).toEqual([null, 'unclear']);
  });
});

describe('nothing is sent', () => {
  test('by a site that names no endpoint, but its pages still announce what happens', async ({
    visitor: { page, open },
  }) => {
    await page.addInitScript(() => {
      document.addEventListener('signpost:open', (event) =>
        document.documentElement.setAttribute('data-heard', (event as CustomEvent<{ article: string }>).detail.article),
      );
    });
    await open('/en/');
    await open('/en/billing/');
    await page.locator('main a[href*="/en/billing/"]').first().click();
    await page.waitForSelector('html[data-heard]');
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('signpost:event'))),
    ).toEqual([]);
  });

  for (const [signal, value] of [
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ] as const) {
    test(`for a browser that sends ${signal}`, async ({ visitor: { page, expectProblems } }) => {
      expectProblems(/request to another origin/);
      await page.addInitScript(
        ([name, sent]) => Object.defineProperty(Navigator.prototype, name, { get: () => sent, configurable: true }),
        [signal, value] as const,
      );
      await openCounted(page, '/en/contact/');
      await page.waitForTimeout(5000);
      await openCounted(page, '/en/');
      await page.waitForTimeout(500);
      expect(endpoint.bodies).toEqual([]);
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('signpost:event'))),
      ).toEqual([]);
    });
  }

  test('and no cookie is set, whatever is counted', async ({ visitor: { page, expectProblems } }) => {
    expectProblems(/request to another origin/);
    await openCounted(page, '/en/contact/');
    await arrived('contact-started');
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});
