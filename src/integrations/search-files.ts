import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { SearchBuild } from '../search/indexer/process/build-index.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { SEARCH_FOLDER, siteUrls } from '../site/urls.ts';
import type { CurrentContent } from './current-content.ts';
import { writeFiles } from './write-files.ts';

/** Writes the index files below `dir`; gives their total size in bytes. */
export async function writeSearchFiles(dir: URL, files: SearchBuild['files']): Promise<number> {
  await writeFiles(fileURLToPath(new URL(SEARCH_FOLDER, dir)), files);
  return [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** Serves the index from memory while writing; waits for a build that is under way. */
export function serveSearchFiles(content: CurrentContent) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    // Not through URL, which takes `//` for the beginning of a host's name and throws.
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const prefixes = [siteUrls(content.center.site?.base), siteUrls()].map(({ searchFiles }) => searchFiles);
    const prefix = prefixes.find((one) => pathname.startsWith(one));
    if (!prefix) return next();
    const name = safeDecode(pathname.slice(prefix.length));
    content.search().then(
      ({ files }) => {
        const content = files.get(name);
        response.statusCode = content ? 200 : 404;
        response.setHeader('Content-Type', contentType(name));
        response.setHeader('Cache-Control', 'no-store');
        response.end(content ?? `No index file is called ${name}.`);
      },
      (error: Error) => {
        response.statusCode = 500;
        response.end(`The search index could not be built: ${error.message}`);
      },
    );
  };
}

function contentType(name: string): string {
  if (name.endsWith('.json')) return 'application/json';
  if (name.endsWith('.wasm')) return 'application/wasm';
  if (name.endsWith('.mjs') || name.endsWith('.js')) return 'text/javascript';
  return 'application/octet-stream';
}
