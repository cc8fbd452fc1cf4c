import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Desk, startDesk } from '../../support/desk.ts';
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
    const server = await siteWithDesk(desk);
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

/** The built site with the desk behind `api/messages`. */
async function siteWithDesk(desk: Desk): Promise<{ url: string; close(): Promise<void> }> {
  const site = new URL(inject('site'));
  const server = createServer((request, response) => {
    if (request.url === `${site.pathname}api/messages`) return desk.handle(request, response);
    const { method, headers, url: path } = request;
    const passed = forward({ hostname: site.hostname, port: site.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${site.pathname}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export { expect } from 'vitest';
