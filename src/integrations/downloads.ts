import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HelpCenter } from '../content/types.ts';
import { downloadPath } from '../markdown/link-targets.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { belowBase, siteUrls } from '../site/urls.ts';

/**
 * The files below content/files that articles of the built site link to, and the one that pages ask for notices; what only
 * a draft links to is not published.
 */
export function publishedDownloads({ articles, files, notices, site }: HelpCenter): string[] {
  const there = new Set(files);
  const linked = articles
    .filter((article) => isBuilt(article))
    .flatMap(({ file, references }) =>
      references.flatMap(({ kind, target }) => (kind === 'link' ? (downloadPath(target, file) ?? []) : [])),
    );
  const live = belowBase(siteUrls(site?.base).base, notices.live?.url ?? '') ?? '';
  return [...new Set([...linked, ...(live.startsWith('files/') ? [live] : [])])]
    .filter((file) => there.has(file))
    .sort();
}

/** Copies them into the built site, under the same path; gives how many. */
export async function writeDownloads(dir: URL, center: HelpCenter): Promise<number> {
  const files = publishedDownloads(center);
  for (const file of files) {
    const to = path.join(fileURLToPath(dir), file);
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(path.join(center.root, file), to);
  }
  return files.length;
}

/** Serves every file below content/files while writing. */
export function serveDownloads(center: () => HelpCenter) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    // Not through URL, which takes `//` for the beginning of a host's name and throws.
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const file = safeDecode(belowBase(siteUrls(center().site?.base).base, pathname) ?? pathname.slice(1));
    if (!file.startsWith('files/') || !center().files.includes(file)) return next();
    response.setHeader('Cache-Control', 'no-store');
    createReadStream(path.join(center().root, file)).on('error', next).pipe(response);
  };
}
