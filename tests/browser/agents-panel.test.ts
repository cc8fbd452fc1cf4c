import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { inHelpDesk, rewrittenSite } from '../../scripts/lib/site/rewritten-site.ts';
import { expect, test } from './support/visitor.ts';

const MESSAGE = 'Hello, how long does a refund take? Thanks, Ada';

/** The site with `agents.origins`, and the same on a host that sends no `frame-ancestors`. */
const sites: Record<'help' | 'silent', { url: string; close(): Promise<void> }> = Object.create(null);
let desk = '';
const host = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', desk);
  response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><title>Ticket</title><main><h1>Ticket</h1><textarea aria-label="Reply" autofocus></textarea>
     <iframe title="Answers" width="280" height="640" src="${searchParams.get('shows')}"></iframe></main></html>`,
  );
});

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  desk = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const rewriting = inHelpDesk(desk);
  sites.help = await rewrittenSite(inject('site'), rewriting);
  sites.silent = await rewrittenSite(inject('site'), {
    ...rewriting,
    policy: (value, path) => rewriting.policy(value, path).replace(/frame-ancestors [^;]*; /, ''),
  });
});
afterAll(async () => {
  host.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
});

/** What the ticket's page shows in its frame. */
async function framed(page: Page, shows: string, around = desk): Promise<Frame> {
  await page.goto(`${around}/?${new URLSearchParams({ shows })}`);
  return (await (await page.waitForSelector('iframe')).contentFrame())!;
}

describe('the agents’ page in a help desk', () => {
  test('is shown where agents.origins says so, whether or not the host sends headers', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/, /Blocked autofocusing/);
    for (const { url } of Object.values(sites))
      await (await framed(page, `${url}en/agents/`)).locator('#agents-message').waitFor();
  });

  test('is refused anywhere else, and no other page is shown there', async ({ visitor: { page, expectProblems } }) => {
    expectProblems(/./);
    const elsewhere = desk.replace('127.0.0.1', 'localhost');
    for (const [shows, around] of [
      ['en/agents/', elsewhere],
      ['en/', desk],
      ['en/widget/', desk],
    ] as const) {
      const refused = await framed(page, `${sites.help.url}${shows}`, around);
      await expect.poll(() => refused.url()).toMatch(/^chrome-error:/);
      const link = (await framed(page, `${sites.silent.url}${shows}`, around)).locator('body > a[target="_top"]');
      await link.waitFor();
      expect(await link.getAttribute('href')).toBe(`${sites.silent.url}${shows}`);
    }
  });

  test('is a panel of 280 pixels in the scheme that the address states, without what stands around other pages', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/, /Blocked autofocusing/);
    for (const [locale, direction] of [
      ['en', 'ltr'],
      ['en', 'rtl'],
      ['ko', 'ltr'],
      ['zh-cn', 'ltr'],
    ]) {
      const frame = await framed(
        page,
        `${sites.help.url}${locale}/agents/?scheme=dark#message=${encodeURIComponent(MESSAGE)}`,
      );
      await frame.locator('html').evaluate((root, dir) => root.setAttribute('dir', dir!), direction);
      await frame.locator('.agents-answer').first().waitFor();
      for (const part of ['.header', '.footer', '.page-head p', '.agents-bookmark'])
        expect(await frame.locator(part).isVisible(), part).toBe(false);
      expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).colorScheme)).toBe('dark');
      expect(await frame.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(280);
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  });

  test('takes the focus from nobody, and one key leads from it to the answer', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/, /Blocked autofocusing/);
    const frame = await framed(page, `${sites.help.url}en/agents/#message=${encodeURIComponent(MESSAGE)}`);
    await frame.locator('.agents-answer').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Reply');
    await page.keyboard.press('Tab');
    await frame.locator('#agents-message:focus').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await frame.locator('.agents-answer input:focus').waitFor();
  });
});
