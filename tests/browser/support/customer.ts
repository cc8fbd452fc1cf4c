import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Desk, startDesk } from '../../support/desk.ts';
import { siteWithDesk } from '../../support/site-with-desk.ts';
import { test as base } from './visitor.ts';

/** A customer who writes to a site whose messages go to a help desk of the test's own. */
export interface Customer {
  context: BrowserContext;
  page: Page;
  desk: Desk;
  /** Opens the contact page; in a new tab when the last one is gone. */
  openContact(): Promise<Page>;
  /** The full address of a path of the site. */
  address(path: string): string;
}

export const test = base.extend<{ customer: Customer }>({
  customer: async ({ browser }, use) => {
    const desk = await startDesk();
    const server = await siteWithDesk(inject('site'), desk);
    const context = await newContext(browser);
    const address = (path: string) => new URL(path.replace(/^\//, ''), server.url).href;
    const customer: Customer = {
      context,
      page: await context.newPage(),
      desk,
      address,
      openContact: async () => {
        if (customer.page.isClosed()) customer.page = await context.newPage();
        await customer.page.goto(address('/en/contact/'));
        await customer.page.waitForFunction(() => document.querySelector('[data-write][data-ready]') !== null);
        return customer.page;
      },
    };
    await use(customer);
    await context.close();
    await server.close();
    await desk.close();
  },
});

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
}

export { expect } from 'vitest';
