import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { build } from 'vite';
import { zendeskFiles } from '../../../scripts/lib/agents-app/zendesk-files.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { project } from '../../support/built-site.ts';
import { inHelpDesk, rewrittenSite } from '../../support/rewritten-site.ts';

type DeskName = 'chatwoot' | 'helpscout' | 'zendesk';

/** Help desks that speak their side of the documented messages, and the test site that they may frame. */
export interface Desks {
  /** Origin of the help desks. */
  origin: string;
  /** The address of a help desk's page with the agents' page, or our app, in its frame. */
  address(desk: DeskName): string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** @param site Address of the built test site. */
export async function startDesks(site: string): Promise<Desks> {
  const desks = await serve((path) => readFile(resolve(project, `tests/browser/support/desks${path}.html`)), '.html');
  let files: Record<string, Uint8Array> = {};
  const app = await serve(async (path) => files[path.slice(1)]);
  const help = await rewrittenSite(site, inHelpDesk(desks.origin, app.origin));
  const center = await readHelpCenter(resolve(project, 'content'));
  const { origin, pathname } = new URL(help.url);
  files = unzipSync(zipSync(await zendeskFiles(center, { ...center.site!, url: origin, base: pathname })));
  const shows = (desk: DeskName): string =>
    desk === 'zendesk' ? `${app.origin}/assets/iframe.html` : `${help.url}en/agents/?host=${desk}`;
  return {
    origin: desks.origin,
    address: (desk) => `${desks.origin}/${desk}?${new URLSearchParams({ shows: shows(desk) })}`,
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
export async function zendeskSdk(): Promise<string> {
  const entry = resolve(project, 'node_modules/zendesk_app_framework_sdk/lib/index.js');
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'ZAFClient' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} was not bundled.`);
  return bundle.output[0].code;
}
