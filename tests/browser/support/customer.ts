import type { BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Desk, startDesk } from '../../support/desk.ts';
import { siteWithDesk } from '../../support/site-with-desk.ts';
import { lendPage } from './kept-pages.ts';
import { test as base, desktop } from './visitor.ts';

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
    // A server of its own, too: what the page of the customer before still sends reaches nobody.
    const server = await siteWithDesk(inject('site'), desk);
    const { page, begin, giveBack } = await lendPage(browser, desktop, server.url);
    const context = page.context();
    // A loaded machine is slow, not wrong.
    page.setDefaultTimeout(60_000);
    begin();
    const address = (path: string) => new URL(path.replace(/^\//, ''), server.url).href;
    const customer: Customer = {
      context,
      page,
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
    await giveBack();
    await server.close();
    await desk.close();
  },
});

export { expect } from 'vitest';
