import type { Page, Route } from 'playwright-core';
import { describe } from 'vitest';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect, narrow } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

const STATUS = 'https://status.harbour.example';
const ARTICLE = '/en/cards/lost-card/';
const CARDS = 'Warning Some card payments are declined today. We are working on it. What you can do';
const BRANCH = 'From May our branch in the old harbour is at Pier 4.';
const OUTAGE = { id: 'outage', severity: 'critical', text: 'Nobody can sign in.' };

/** What the notices that can be seen say, from the top of the page to its end. */
async function told(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.notices-item p')]
      .filter((text) => text.checkVisibility())
      .map((text) => text.textContent.replace(/\s+/g, ' ').trim()),
  );
}

/** Has the address that the site asks for notices answer so. */
async function answer(page: Page, reply: Parameters<Route['fulfill']>[0] | ((route: Route) => Promise<void>)) {
  await page.route('**/files/status.json', (route) =>
    typeof reply === 'function' ? reply(route) : route.fulfill(reply),
  );
}

/** Has a page come as it would be built with `live: { statuspage: … }`. */
async function asksStatusPage(page: Page, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const original = await route.fetch();
    const policy = (text: string) => text.replace("connect-src 'self'", `connect-src 'self' ${STATUS}`);
    const body = policy(await original.text()).replace(
      '&quot;url&quot;:&quot;/files/status.json&quot;',
      `&quot;statuspage&quot;:&quot;${STATUS}&quot;`,
    );
    const headers = original.headers();
    headers['content-security-policy'] = policy(headers['content-security-policy'] ?? '');
    await route.fulfill({ response: original, body, headers });
  });
}

const late = (page: Page) => page.locator('.notices-late .notices-item');

describe('A notice of notices.yaml', () => {
  test('stands above the pages of its categories, and above all pages where it names none', async ({
    visitor: { page, open },
  }) => {
    for (const [path, expected] of Object.entries({
      [ARTICLE]: [CARDS, BRANCH],
      '/en/cards/': [CARDS, BRANCH],
      '/en/accounts/close-account/': [BRANCH],
      '/en/': [BRANCH],
      '/en/a-z/': [BRANCH],
      // Who comes here may have come for anything.
      '/en/contact/': [CARDS, BRANCH],
      '/en/agents/': [CARDS, BRANCH],
      '/en/widget/': [CARDS, BRANCH],
    })) {
      await open(path);
      expect(await told(page), path).toEqual(expected);
    }
    await open('/en/accounts/close-account/');
    expect(await page.locator('.notices-item a').count()).toBe(0);
    await open('/en/cards/raise-limit/');
    expect(await page.getByRole('link', { name: 'What you can do' }).getAttribute('href')).toBe(ARTICLE);
  });

  test('stands above results where an article of its categories was found', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=lost%20card');
    await page.locator('.notices-found .notices-item').waitFor();
    expect(await told(page)).toEqual([BRANCH, CARDS]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await open('/en/search/');
    expect(await told(page)).toEqual([BRANCH]);
  });

  test('is hidden and shown by the visitor’s clock before anything is painted', async ({ visitor: { page, open } }) => {
    await page.clock.setFixedTime(new Date('2100-01-01T00:00:00Z'));
    await open(ARTICLE);
    expect(await told(page)).toEqual([]);
    expect(await page.locator('.notices').first().isHidden()).toBe(true);
    await page.clock.setFixedTime(new Date('2099-12-31T18:00:00Z'));
    await open(ARTICLE);
    expect(await told(page)).toEqual([CARDS]);
    await page.clock.setFixedTime(new Date('2026-01-05T08:59:00Z'));
    await open(ARTICLE);
    expect(await told(page)).toEqual([BRANCH]);
  });

  test('is closed by keyboard for good, and the focus goes on', async ({ visitor: { page, open } }) => {
    await open(ARTICLE);
    const close = page.getByRole('button', { name: 'Close this notice' });
    await close.first().focus();
    expect(
      await close.first().evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')!)?.id),
    ).toBe('notice-card-payments');
    await page.keyboard.press('Enter');
    expect(await told(page)).toEqual([BRANCH]);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-notice]')?.querySelector('p')?.id)).toBe(
      'notice-new-address',
    );
    await page.keyboard.press('Enter');
    expect(await told(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-main');
    await page.reload();
    expect(await told(page)).toEqual([]);
    await open('/en/widget/');
    expect(await told(page)).toEqual([]);
  });

  test('is seen again by whoever closed it before its text was changed', async ({ visitor: { page, open } }) => {
    await open('/en/');
    await page.evaluate(() => localStorage.setItem('signpost:closed-notices', 'new-address:0 card-payments:0'));
    await page.reload();
    expect(await told(page)).toEqual([BRANCH]);
  });

  test('is said by screen readers on the first page that has it, and on no other', async ({
    visitor: { page, open },
  }) => {
    const said = page.locator('[data-said-notices] p');
    await open('/en/');
    await expect.poll(() => said.allTextContents()).toEqual([BRANCH]);
    await open(ARTICLE);
    await expect.poll(() => said.allTextContents()).toEqual([CARDS]);
    expect(await page.locator('[data-said-notices][role="status"] p').count()).toBe(1);
    await open('/en/cards/');
    await page.waitForTimeout(1000);
    expect(await said.count()).toBe(0);
  });

  test('is there without scripts, which cannot close it', async ({ browser, visitor: { address } }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(address(ARTICLE));
      expect(await page.locator('.notices-item p').allInnerTexts()).toEqual([CARDS, BRANCH]);
      expect(await page.locator('.notices-item button:visible').count()).toBe(0);
    } finally {
      await context.close();
    }
  });

  for (const [name, options] of Object.entries({
    'on a narrow phone': narrow,
    'in the dark': { colorScheme: 'dark' as const },
    'in forced colours': { forcedColors: 'active' as const },
  }))
    test.extend({ device: options })(`has no accessibility problem ${name}`, async ({ visitor: { page, open } }) => {
      await answer(page, { json: { notices: [{ ...OUTAGE, link: { label: 'More', url: ARTICLE } }] } });
      for (const path of [ARTICLE, '/en/widget/']) {
        await open(path);
        await late(page).waitFor();
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
    });
});

describe('A notice that came after the build', () => {
  test('is shown at the end of the window, pushes nothing, and is said at once', async ({
    visitor: { page, open },
  }) => {
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const sum = Number(document.documentElement.dataset.shift ?? 0);
        const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
        document.documentElement.dataset.shift = String(shifts.reduce((all, { value }) => all + value, sum));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await answer(page, { json: { notices: [OUTAGE] } });
    await open(ARTICLE);
    await late(page).waitFor();
    expect(await told(page)).toEqual([CARDS, BRANCH, 'Important Nobody can sign in.']);
    const { bottom, height } = await late(page).evaluate((notice) => ({
      bottom: notice.getBoundingClientRect().bottom,
      height: innerHeight,
    }));
    expect(Math.round(bottom)).toBe(height);
    await expect
      .poll(() => page.locator('[data-said-notices][role="alert"] p').allTextContents())
      .toEqual(['Important Nobody can sign in.']);
    expect(Number(await page.evaluate(() => document.documentElement.dataset.shift ?? 0))).toBeLessThan(0.001);
  });

  test('costs a page at most 6 kB, and nothing of the search', async ({ visitor: { page, open } }) => {
    await answer(page, { json: { notices: [OUTAGE] } });
    await open(ARTICLE);
    await late(page).waitFor();
    const fetched = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
    );
    const own = fetched.filter(({ name }) => /notices/i.test(name));
    expect(own).toHaveLength(3);
    expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(6_000);
    expect(fetched.filter(({ name }) => /_astro\/(?:search|box)\./.test(name))).toEqual([]);
  });

  test('is asked for once a minute, whatever page is opened, and stays closed', async ({ visitor: { page, open } }) => {
    let asked = 0;
    await answer(page, async (route) => {
      asked += 1;
      await route.fulfill({ json: { notices: [OUTAGE] } });
    });
    await open(ARTICLE);
    await late(page).waitFor();
    await open('/en/contact/');
    await late(page).waitFor();
    expect(asked).toBe(1);
    await late(page).getByRole('button').click();
    expect(await told(page)).toEqual([CARDS, BRANCH]);
    await page.evaluate(() => sessionStorage.removeItem('signpost:live-notices'));
    const answered = page.waitForResponse('**/files/status.json');
    await page.reload();
    await answered;
    await page.waitForTimeout(300);
    expect(asked).toBe(2);
    expect(await told(page)).toEqual([CARDS, BRANCH]);
  });

  test('is asked for again when the visitor comes back after a minute, and stays while nobody answers', async ({
    visitor: { page, open, expectProblems },
  }) => {
    expectProblems(/Failed to load resource/);
    const replies = [
      { json: { notices: [OUTAGE] } },
      { json: { notices: [{ id: 'hint', text: 'Try later.' }, OUTAGE] } },
      { status: 503, body: '' },
    ];
    let asked = 0;
    await answer(page, (route) => route.fulfill(replies[asked++]!));
    const back = async (minute: number): Promise<void> => {
      await page.clock.setFixedTime(new Date(Date.UTC(2030, 0, 1, 0, minute)));
      // Browsers tell of both at once.
      await page.evaluate(() => {
        dispatchEvent(new Event('focus'));
        document.dispatchEvent(new Event('visibilitychange'));
      });
    };
    await page.clock.setFixedTime(new Date(Date.UTC(2030, 0, 1)));
    await open('/en/accounts/close-account/');
    await late(page).waitFor();
    await late(page).getByRole('button').focus();
    await back(0);
    await back(2);
    await expect.poll(() => told(page)).toEqual([BRANCH, 'Try later.', 'Important Nobody can sign in.']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe(
      'notice-outage-late',
    );
    const failed = page.waitForResponse('**/files/status.json');
    await back(4);
    await failed;
    await page.waitForTimeout(300);
    expect(asked).toBe(3);
    expect(await told(page)).toEqual([BRANCH, 'Try later.', 'Important Nobody can sign in.']);
  });

  test('says anew, or takes back, what notices.yaml said, and keeps to its categories', async ({
    visitor: { page, open },
  }) => {
    await answer(page, {
      json: {
        notices: [
          { id: 'card-payments', text: 'Cards work again.', categories: ['cards'] },
          { id: 'new-address', text: 'Not true.', until: '2026-01-01' },
          { id: 'accounts', text: 'About accounts.', categories: ['accounts'] },
        ],
      },
    });
    await open(ARTICLE);
    await late(page).first().waitFor();
    expect(await told(page)).toEqual(['Cards work again.']);
    await open('/en/accounts/close-account/');
    await expect.poll(() => told(page)).toEqual(['About accounts.']);
  });

  test('comes from a status page where the owner names one, and leads there', async ({
    visitor: { page, open, expectProblems },
  }) => {
    expectProblems(/request to another origin: https:\/\/status\.harbour\.example\/api\/v2\/summary\.json/);
    await asksStatusPage(page, ARTICLE);
    await page.route(`${STATUS}/api/v2/summary.json`, (route) =>
      route.fulfill({
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: {
          incidents: [
            { id: 'k1', name: '<img src=x onerror=alert(1)>', impact: 'minor', shortlink: 'https://evil.example/' },
          ],
          scheduled_maintenances: [],
        },
      }),
    );
    await open(ARTICLE);
    await late(page).waitFor();
    expect((await told(page)).at(-1)).toBe('Warning <img src=x onerror=alert(1)> Details');
    expect(await late(page).getByRole('link').getAttribute('href')).toBe(`${STATUS}/incidents/k1`);
    expect(await late(page).getByRole('link').getAttribute('target')).toBeNull();

    // A status page seldom allows being framed.
    await asksStatusPage(page, '/en/widget/');
    await page.evaluate(() =>
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: '/en/widget/', width: 400, height: 600 }),
      ),
    );
    const link = page.frameLocator('iframe').locator('.notices-late a');
    await link.waitFor();
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  for (const [what, reply] of Object.entries({
    'says that something is wrong': { status: 500, json: { notices: [OUTAGE] } },
    'is no JSON': { body: '<!doctype html><p>Down</p>' },
    'is larger than a list of notices can be': { json: { notices: [OUTAGE], more: 'x'.repeat(300_000) } },
    'is another thing': { json: [[OUTAGE], { notices: 'outage' }] },
    'leads elsewhere': { status: 302, headers: { Location: '/en/' } },
    'is full of harm': {
      json: {
        notices: [
          { id: 'x" onclick="alert(1)', text: 'A' },
          { id: '__proto__', text: 'A' },
          { id: 'none', text: { constructor: {} } },
        ],
      },
    },
  }))
    test(`says nothing where the answer ${what}`, async ({ visitor: { page, open, expectProblems } }) => {
      expectProblems(/Failed to load resource/);
      await answer(page, reply);
      const asked = page.waitForEvent('requestfinished', { predicate: (one) => one.url().endsWith('status.json') });
      const failed = page.waitForEvent('requestfailed', { predicate: (one) => one.url().endsWith('status.json') });
      await open(ARTICLE);
      await Promise.any([asked, failed]);
      await page.waitForTimeout(300);
      expect(await told(page)).toEqual([CARDS, BRANCH]);
      failed.catch(() => {});
      asked.catch(() => {});
    });

  test('is not waited for longer than it matters', async ({ visitor: { page, open } }) => {
    await answer(page, () => Promise.resolve());
    const failed = page.waitForEvent('requestfailed');
    await open(ARTICLE);
    expect((await failed).url()).toContain('/files/status.json');
    expect(await told(page)).toEqual([CARDS, BRANCH]);
  });

  test('is text, whatever it holds, and leads nowhere but to the site', async ({ visitor: { page, open } }) => {
    await answer(page, {
      json: {
        notices: [
          { id: 'a', text: '</section><script>alert(1)</script>', link: { label: 'L', url: 'javascript:alert(1)' } },
          { id: 'b', text: '<b>B</b>', link: { label: 'L', url: '//evil.example/' } },
        ],
      },
    });
    await open(ARTICLE);
    await late(page).first().waitFor();
    expect((await told(page)).slice(2)).toEqual(['</section><script>alert(1)</script>', '<b>B</b>']);
    expect(await late(page).locator('a, script, b').count()).toBe(0);
  });
});
