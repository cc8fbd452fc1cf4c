import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { slow4g, throttleFrame } from '../../scripts/lib/browser/conditions.ts';
import { framedBy, rewrittenSite } from '../../scripts/lib/site/rewritten-site.ts';
import { test as base, expect } from './support/visitor.ts';

const test = base.extend({ cached: false });

let help: Awaited<ReturnType<typeof rewrittenSite>>;
let company = '';
const host = createServer((request, response) => {
  const site = new URL(help.url).origin;
  response.writeHead(200, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src ${site}; frame-src ${site}`,
  });
  const script = `<script src="${help.url}widget.js" defer data-context="refund" data-color="#ffe066"></script>`;
  response.end(
    `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1><a href="#x">Basket</a></main>${script}${request.url === '/twice' ? script : ''}</html>`,
  );
});

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  company = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  help = await rewrittenSite(inject('site'), framedBy(company));
});
afterAll(async () => {
  host.close();
  await help.close();
});

async function openedFrame(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: 'Help' }).click();
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  // Only once its script runs can the frame hear of keys.
  await frame!.waitForSelector('[data-framed] .search-input');
  return frame!;
}

describe('the widget on a page of another origin', () => {
  test('asks for nothing but its script until it is opened', async ({ visitor: { page, expectProblems } }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    await page.getByRole('button', { name: 'Help' }).waitFor();
    await page.waitForTimeout(500);
    expect(page.frames()).toHaveLength(1);
    const requested = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(requested).toEqual([`${help.url}widget.js`]);
  });

  test('is at most 10 kB compressed', async () => {
    expect(brotliCompressSync(await readFile(join(inject('siteFolder'), 'widget.js'))).length).toBeLessThanOrEqual(
      10_000,
    );
  });

  test('takes at most 120 kB over a slow line from the press of its button until its search gives results', async ({
    visitor: { page, transfers, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    await page.getByRole('button', { name: 'Help' }).waitFor();
    transfers.clear();
    const frame = await openedFrame(page);
    await throttleFrame(frame, slow4g);
    await frame.locator('.search-input').pressSequentially('battery', { delay: 10 });
    await frame.waitForFunction(() => {
      const panel = document.querySelector<HTMLElement>('.search-panel');
      return panel?.dataset.query === 'battery' && panel.dataset.tier !== undefined;
    });
    const bytes = await transfers.bytes();
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(120_000);
  });

  test('leads from an article back to its own page with the same suggestions, and opens other sites beside the page', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    const frame = await openedFrame(page);
    const suggested = frame.locator('[data-part="suggested"] .row a');
    await suggested.first().waitFor();
    const before = await suggested.allInnerTexts();
    await suggested.first().click();
    await frame.locator('[data-permalink]').waitFor();
    await frame.locator('.footer').waitFor({ state: 'hidden' });
    await frame.locator('.brand').click();
    await suggested.first().waitFor();
    expect(await suggested.allInnerTexts()).toEqual(before);
    await frame.getByRole('link', { name: 'See all ways to reach us' }).click();
    const chat = frame.locator('.channels a[data-channel="link"]');
    await chat.waitFor();
    await expect.poll(() => chat.getAttribute('target')).toBe('_blank');
  });

  test('shows a way to the help center on a page that may not frame it, and tells the owner why', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/./);
    const warned = page.waitForEvent('console', (message) => message.text().startsWith('Signpost:'));
    // The same page under another name, which the site's policy does not have.
    await page.goto(company.replace('127.0.0.1', 'localhost'));
    await page.getByRole('button', { name: 'Help' }).click();
    const link = page.getByRole('link', { name: 'The help center can’t be shown here. Open it in a new tab' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${help.url}en/`);
    expect((await warned).text()).toContain('among widget.origins in its site.yaml?');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help' }).click();
    await link.waitFor();
  });

  test('stands once on a page that names it twice', async ({ visitor: { page, expectProblems } }) => {
    expectProblems(/request to another origin/);
    await page.goto(`${company}/twice`);
    await page.getByRole('button', { name: 'Help' }).waitFor();
    await page.waitForLoadState();
    expect(await page.locator('[data-signpost-widget]').count()).toBe(1);
  });

  test('suggests articles for the page, searches, and has no accessibility problem', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    const frame = await openedFrame(page);
    await frame.waitForSelector('[data-part="suggested"] .row a');
    await frame.locator('.search-input').pressSequentially('battery', { delay: 10 });
    await frame.waitForSelector('[role="option"][data-article]');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('closes on Escape in the frame and gives the focus back to its button', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    const frame = await openedFrame(page);
    await frame.locator('.search-input').focus();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toContain('open');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  });

  test('opens with a question by message from the page, and takes none from elsewhere', async ({
    visitor: { page, expectProblems },
  }) => {
    expectProblems(/request to another origin/);
    await page.goto(company);
    await page.getByRole('button', { name: 'Help' }).waitFor();
    await page.evaluate(() =>
      window.dispatchEvent(
        new MessageEvent('message', { data: { signpost: 'open' }, origin: 'https://evil.example', source: window }),
      ),
    );
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.evaluate(() => window.postMessage({ signpost: 'open', query: 'battery' }, location.origin));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame!.waitForFunction(() => document.querySelector<HTMLInputElement>('.search-input')?.value === 'battery');
  });
});
