import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Recording, recordTransfers } from '../browser/transfer.ts';

/** A phone-sized browser with an empty cache. */
export interface BenchVisitor {
  page: Page;
  context: BrowserContext;
  transfers: Recording;
}

export async function newVisitor(browser: Browser): Promise<BenchVisitor> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  return { page, context, transfers: recordTransfers(page) };
}

/** Waits until the list under the box shows the answer to `query` from one of the tiers, then until no request is under way. */
export async function waitForTier(page: Page, query: string, tiers: string[], timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    ([wanted, allowed]) => {
      const panel = document.querySelector<HTMLElement>('.search-panel');
      return (
        panel?.dataset.query === wanted &&
        panel.dataset.state === 'settled' &&
        allowed.includes(panel.dataset.tier ?? '')
      );
    },
    [query, tiers] as const,
    { timeout, polling: 'raf' },
  );
}
