import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { memoize } from '../../../../src/cache/memoize.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';
import { ZENDESK_SDK, zendeskFiles } from '../../agents-app/zendesk-files.ts';
import { inHelpDesk, rewrittenSite } from '../../site/rewritten-site.ts';

export const DESK_NAMES = ['chatwoot', 'helpscout', 'zendesk'] as const;
export type DeskName = (typeof DESK_NAMES)[number];

/** Help desks that speak their side of the documented messages, and the test site that they may frame. */
export interface Desks {
  /**
   * Opens a help desk's page with the agents' page, or our app, in its frame.
   * @param customer What the customer has written.
   * @param values What a ticket in Zendesk says besides, by path.
   */
  open(page: Page, desk: DeskName, customer: string, values?: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Starts the pages beside this file, which speak as the help desks they are named for, and a server with our app's zip.
 * @param address Of the built site, and what it is built from.
 */
export async function startDesks(address: string, center: HelpCenter): Promise<Desks> {
  const desks = await serve((path) => readFile(new URL(`.${path}.html`, import.meta.url)), '.html');
  let files: Record<string, Uint8Array> = {};
  const app = await serve(async (path) => files[path.slice(1)]);
  const help = await rewrittenSite(address, inHelpDesk(desks.origin, app.origin));
  const { origin, pathname } = new URL(help.url);
  files = unzipSync(zipSync(await zendeskFiles(center, { ...center.site!, url: origin, base: pathname })));
  const locale = center.site!.defaultLocale;
  const shows = (desk: DeskName): string =>
    desk === 'zendesk' ? `${app.origin}/assets/iframe.html` : `${help.url}${locale}/agents/?host=${desk}`;
  return {
    async open(page, desk, customer, values = {}) {
      const body = desk === 'zendesk' ? await zendeskSdk() : '';
      await page.route(ZENDESK_SDK, (route) => route.fulfill({ contentType: 'text/javascript', body }));
      await page.addInitScript(([text, ticketValues]) => Object.assign(window, { customer: text, ticketValues }), [
        customer,
        values,
      ] as const);
      await page.goto(`${desks.origin}/${desk}?${new URLSearchParams({ shows: shows(desk) })}`);
    },
    close: async () => {
      await Promise.all([desks, app, help].map((server) => server.close()));
    },
  };
}

async function serve(
  read: (path: string) => Promise<Uint8Array | undefined>,
  type?: string,
): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    read(pathname).then(
      (file) =>
        file
          ? response.writeHead(200, { 'Content-Type': TYPES[type ?? extname(pathname)] ?? 'image/png' }).end(file)
          : response.writeHead(404).end(),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The SDK of Zendesk's framework as a script: the code that npm has of it, which speaks as today's does. */
const zendeskSdk = memoize(async (): Promise<string> => {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(import.meta.resolve('zendesk_app_framework_sdk')),
        formats: ['iife'],
        name: 'ZAFClient',
      },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new Error('zendesk_app_framework_sdk was not bundled.');
  return bundle.output[0].code;
});
