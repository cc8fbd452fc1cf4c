import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { framedBy, rewrittenSite } from '../../scripts/lib/site/rewritten-site.ts';
import { test as base, waitFor } from './support/test.ts';

/** A page of the company's own, on another origin, with the widget of a site that allows it. */
const test = base.extend<{ company: string }>({
  company: async ({ site }, use) => {
    let help = '';
    const host = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script src="${help}widget.js" defer></script></html>`,
      );
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const company = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const allowed = await rewrittenSite(site, framedBy(company));
    help = allowed.url;
    await use(company);
    host.close();
    await allowed.close();
  },
});

test('the button opens the help center beside the page, and its search answers', async ({ page, company }) => {
  await page.open(company);
  await page.click('button');
  const frame = await page.frame('iframe');
  await waitFor(frame, () => document.querySelector('[data-framed] .search-input') !== null);
  await frame.type('.search-input', 'refund');
  await waitFor(frame, () => document.querySelectorAll('.search-panel [data-article]').length > 0);
});
