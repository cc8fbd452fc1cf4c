import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { rewrittenSite } from '../../scripts/lib/site/rewritten-site.ts';
import type { ReportSettings } from '../../src/agents/report.ts';

import { type Endpoint, openEndpoint, siteWithCounting } from './support/counting.ts';
import { desktop, expect, narrow, test } from './support/visitor.ts';

const MESSAGE = 'Hello, how long does a refund take? Also, how do I pause my subscription? Thanks, Ada';
const withClipboard = test.extend({ device: { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] } });
const clipboard = () => navigator.clipboard.readText();
const said = (page: Page, text: string) => page.locator('[data-part="said"]').filter({ hasText: text }).waitFor();
const reply = (page: Page) => page.getByLabel('Your reply');

/** Writes a message and waits for its answers. */
async function ask(page: Page, text: string): Promise<void> {
  const message = page.getByLabel('The customer’s message');
  await message.fill(text);
  await page.locator(`[data-query="${text}"] .agents-answer`).first().waitFor({ state: 'attached' });
}

withClipboard(
  'a mail with two questions becomes one reply, edited and copied without the mouse',
  async ({ visitor: { page, open } }) => {
    await open('/en/agents/');
    await ask(page, MESSAGE);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await reply(page).waitFor();
    await page.keyboard.type('Ada');
    await page.keyboard.press('ControlOrMeta+Enter');
    await said(page, 'Copied: Your reply');
    const text = await page.evaluate(clipboard);
    expect(text.split('\n\n')).toEqual([
      'Hi Ada,',
      expect.stringMatching(/\/a\/refunds\/(?:#.+)?$/),
      expect.stringMatching(/\/a\/pause[^/]*\/(?:#.+)?$/),
      'If anything is left open, just answer this mail.',
      'Ride well,\nYour Larkride crew',
    ]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('agents-message');
  },
);

test('an edited reply stays when another message comes, and is begun anew only when asked', async ({
  visitor: { page, open },
}) => {
  await open('/en/agents/');
  await ask(page, 'How long does a refund take?');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await reply(page).waitFor();
  await page.keyboard.type('dear customer');
  await ask(page, 'the battery does not charge');
  expect(await reply(page).inputValue()).toContain('Hi dear customer,');
  await reply(page).press('Escape');
  expect(await reply(page).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Write a reply' }).click();
  expect(await reply(page).inputValue()).toContain('/a/refunds/');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  expect(await reply(page).inputValue()).not.toContain('/a/refunds/');
});

withClipboard('a quotation leads to the words that were marked', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('Copy as').selectOption('quote');
  await ask(page, 'How long does a refund take?');
  const first = page.locator('.agents-answer').first();
  await first.locator('.result-passage').selectText();
  await first.getByRole('button', { name: /^Copy/ }).click();
  await said(page, 'Copied: ');
  expect(await page.evaluate(clipboard)).toMatch(/^[\s\S]{40,}\nhttp.+\/en\/[^#]+#[^:]*:~:text=[^,]+,[^,]+$/);
});

describe('an agent reports', () => {
  let endpoint: Endpoint;
  let site: { url: string; close(): Promise<void> } | undefined;
  beforeEach(async () => {
    endpoint = await openEndpoint();
  });
  afterEach(async () => {
    await site?.close();
    site = undefined;
    await endpoint.close();
  });

  /** Opens the agents' page of a site whose reports go there. */
  async function openReporting(page: Page, reports: ReportSettings): Promise<void> {
    const counting = await siteWithCounting(inject('site'), {
      endpoint: `${endpoint.origin}/events`,
      includeQueries: reports.includeQuestion,
    });
    const data = JSON.stringify(reports).replaceAll('"', '&quot;');
    const own = await rewrittenSite(counting.url, {
      policy: (value) => value,
      page: (html) => html.replace('&quot;strings&quot;:', `&quot;reports&quot;:${data},&quot;strings&quot;:`),
    });
    site = {
      url: own.url,
      close: async () => {
        await own.close();
        await counting.close();
      },
    };
    await page.goto(new URL('en/agents/', site.url).href);
  }

  for (const includeQuestion of [false, true])
    test(`by key and button, each once, ${includeQuestion ? 'with' : 'without'} the customer’s words`, async ({
      visitor: { page, expectProblems },
    }) => {
      expectProblems(/request to another origin/);
      await openReporting(page, { to: 'counting', includeQuestion });
      await ask(page, 'How long does a refund for zebrafinch@example.com take?');
      await page.keyboard.press('Alt+0');
      await said(page, includeQuestion ? 'Reported with the question' : 'Reported, without the customer’s words.');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.keyboard.press('Alt+0');
      await page.getByLabel('The customer’s message').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Delete');
      await page.goto(new URL('en/', site!.url).href);
      await expect.poll(() => endpoint.events.size, { timeout: 20_000 }).toBe(2);
      const events = [...endpoint.events.values()];
      expect(events.find(({ type }) => type === 'outdated')).toMatchObject({ language: 'en', article: 'refunds' });
      const gap = events.find(({ type }) => type === 'gap')!;
      expect(gap).toMatchObject({ language: 'en' });
      if (includeQuestion) expect(gap).toMatchObject({ query: expect.stringContaining('a refund for [address] take') });
      else expect(gap).not.toHaveProperty('query');
      expect(JSON.stringify(events)).not.toContain('zebrafinch');
    });

  test('into an issue that the agent looks through, without the customer’s words', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    const tracker = { url: `${endpoint.origin}/issues/new`, title: 'title', body: 'body' };
    await openReporting(page, { to: 'issues', includeQuestion: false, tracker });
    await ask(page, 'How long does a refund take?');
    const [issue] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Alt+0')]);
    await issue.waitForURL(/issues\/new/, { waitUntil: 'commit' });
    const { searchParams } = new URL(issue.url());
    expect(searchParams.get('title')).toBe('No article answers this.');
    expect(searchParams.get('body')).not.toContain('refund');
    await said(page, 'The report is open in a new tab');
    expect(endpoint.events.size).toBe(0);
  });
});

test('without a place for reports the key says what the owner can set, and no button offers them', async ({
  visitor: { page, open },
}) => {
  await open('/en/agents/');
  await ask(page, 'How long does a refund take?');
  await page.keyboard.press('Alt+0');
  await said(page, 'set counting or edit in site.yaml');
  expect(await page.locator('.agents-report').count()).toBe(0);
});

for (const [locale, colorScheme] of [
  ['en', 'dark'],
  ['zh-cn', 'light'],
  ['ko', 'light'],
] as const)
  test.extend({ device: { ...narrow, colorScheme } })(
    `the reply in ${locale} is accessible at 320 pixels in ${colorScheme} colours`,
    async ({ visitor: { page, open } }) => {
      await open(`/${locale}/agents/`);
      await page.locator('#agents-message').fill(MESSAGE);
      await page.locator('.agents-answer').first().waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+Enter');
      await page.locator('#agents-reply').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );
