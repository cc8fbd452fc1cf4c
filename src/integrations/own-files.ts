import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import type { HelpCenter, OwnFile, Theme } from '../content/types.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { belowBase, siteUrls } from '../site/urls.ts';
import { LAYERS } from '../styles/theme/palette.ts';

/** Where files lie whose names carry a hash of their content, below the base; hosts are told to keep them for ever. */
export const HASHED_FOLDER = '_astro/';

/** The owner's sheet as browsers get it. */
function sheetText({ css }: Theme): string {
  return `@layer ${LAYERS}, custom;@layer custom{${css}}\n`;
}

/** Path of the owner's sheet below the base; undefined where there is none. While writing its name stays and its content changes. */
export function sheetPath({ theme }: Pick<HelpCenter, 'theme'>, command: string): string | undefined {
  if (!theme) return undefined;
  if (command !== 'build') return `${HASHED_FOLDER}custom.css`;
  return `${HASHED_FOLDER}custom.${createHash('sha256').update(sheetText(theme)).digest('hex').slice(0, 8)}.css`;
}

/** Writes the owner's sheet into the built site, and the files that it names. */
export async function writeOwnFiles(dir: URL, center: HelpCenter): Promise<void> {
  const folder = fileURLToPath(dir);
  const sheet = sheetPath(center, 'build');
  if (!center.theme || !sheet) return;
  await mkdir(path.join(folder, HASHED_FOLDER), { recursive: true });
  await writeFile(path.join(folder, sheet), sheetText(center.theme));
  for (const { file, name } of center.theme.files)
    await copyFile(path.join(center.root, file), path.join(folder, HASHED_FOLDER, name));
}

/** Serves the same while writing. */
export function serveOwnFiles(center: () => HelpCenter) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    // Not through URL, which takes `//` for the beginning of a host's name and throws.
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const { root, site, theme } = center();
    const asked = safeDecode(belowBase(siteUrls(site?.base).base, pathname) ?? pathname.slice(1));
    const file = theme?.files.find(({ name }) => asked === HASHED_FOLDER + name);
    response.setHeader('Cache-Control', 'no-store');
    if (theme && asked === sheetPath({ theme }, 'dev'))
      response.setHeader('Content-Type', 'text/css; charset=utf-8').end(sheetText(theme));
    else if (file) sendFile(root, file, response, next);
    else next();
  };
}

function sendFile(root: string, { file }: OwnFile, response: ServerResponse, next: () => void): void {
  // The one kind that browsers do not recognize by themselves.
  if (/\.svg$/i.test(file)) response.setHeader('Content-Type', 'image/svg+xml');
  createReadStream(path.join(root, file)).on('error', next).pipe(response);
}

/** Has browsers that show pages while writing fetch the owner's sheet anew, without loading the page again. */
export function refreshSheet(server: Pick<ViteDevServer, 'ws'>, center: HelpCenter): void {
  const sheet = sheetPath(center, 'dev');
  if (!sheet) return;
  const path = `/${sheet}`;
  server.ws.send({
    type: 'update',
    updates: [{ type: 'css-update', path, acceptedPath: path, timestamp: Date.now() }],
  });
}
