import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { decoded } from './address-keys.ts';
import { inside } from './inside.ts';
import { slugOf } from './slug.ts';
import type { Note, SourceSite } from './source.ts';
import { writeState, writeWhole, type ImportState } from './state.ts';

/** Largest file that is fetched, in bytes: what static hosts take. */
const largest = 25 * 1024 * 1024;
/** How long one file may take, in milliseconds. */
const patience = 30_000;
const atOnce = 4;

const types: Record<string, string> = {
  'image/png': '.png', 'image/jpeg': '.jpg', 'image/gif': '.gif', 'image/webp': '.webp', 'image/avif': '.avif', 'image/svg+xml': '.svg',
};

/** The images of other sites that the articles show, as full addresses, each once. */
export function imageAddresses(site: SourceSite): string[] {
  const found = new Set<string>();
  const add = (raw: string | undefined): void => {
    const url = (raw ?? '').trim().replaceAll('&amp;', '&');
    const full = url.startsWith('//') ? `https:${url}` : url.startsWith('/') && site.origin ? site.origin + url : url;
    if (/^https?:\/\//i.test(full) && URL.canParse(full)) found.add(full);
  };
  for (const { body } of site.articles) {
    for (const match of body.matchAll(/<img\b[^>]{0,4000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)) add(match[1] ?? match[2] ?? match[3]);
    for (const match of body.matchAll(/!\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g)) add(match[1]);
  }
  return [...found];
}

/**
 * Fetches images into images/, four at a time, and remembers each in the state at once, so that an interrupted
 * run goes on where it stopped. What cannot be fetched is noted and stays a link.
 */
export async function download(addresses: string[], out: string, state: ImportState, onEach: () => void): Promise<{ count: number; notes: Note[] }> {
  const waiting = addresses.filter((address) => !(address in state.downloads));
  const notes: Note[] = [];
  let count = 0;
  for (let index = 0; index < addresses.length - waiting.length; index++) onEach();
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      try {
        const { bytes, ending } = await fetchImage(address);
        const name = nameFor(address, ending);
        await writeWhole(inside(out, `images/${name}`), bytes);
        state.downloads[address] = `images/${name}`;
        await saveInTurn(out, state);
        count++;
      } catch (error) {
        notes.push({ level: 'lost', kind: 'download-failed', detail: `${address} could not be fetched (${error instanceof Error ? error.message : String(error)}); it stays a link. Run again to try again.` });
      }
      onEach();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { count, notes };
}

async function fetchImage(address: string): Promise<{ bytes: Uint8Array; ending: string }> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const ending = types[(response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
  if (!ending) throw new Error(`it is no image but ${response.headers.get('content-type') ?? 'of unknown type'}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > largest) throw new Error(`it is larger than ${largest / 1024 / 1024} MB`);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), ending };
}

/** Its own name with a hash of its address: two images called image.png stay two. */
function nameFor(address: string, ending: string): string {
  const last = decoded(new URL(address).pathname).split('/').filter(Boolean).at(-1) ?? '';
  return `${slugOf(last.slice(0, last.length - extname(last).length)) || 'image'}-${createHash('sha256').update(address).digest('hex').slice(0, 8)}${ending}`;
}

let saving: Promise<void> = Promise.resolve();

/** One save after the other: they share a file. */
function saveInTurn(out: string, state: ImportState): Promise<void> {
  saving = saving.then(() => writeState(out, state));
  return saving;
}
