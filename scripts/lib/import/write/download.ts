import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { slugOf } from '../../naming/slug.ts';
import { type ImportState, writeState } from '../plan/state.ts';
import { isAttachment } from '../sources/assets.ts';
import type { Note, SourceSite } from '../sources/source.ts';
import { inside } from './inside.ts';

/** Largest file that is fetched, in bytes: what static hosts take. */
const largest = 25 * 1024 * 1024;
/** How long one file may take, in milliseconds. */
const patience = 30_000;
const concurrency = 4;

const types: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
};

/** The images of other sites that the articles show, as full addresses, each once. */
export function imageAddresses(site: SourceSite): string[] {
  return addressesIn(
    site,
    /<img\b[^>]{0,4000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    /!\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g,
  );
}

/** The files of the old help center that the articles link to, as full addresses, each once. */
export function attachmentAddresses(site: SourceSite): string[] {
  const linked = addressesIn(
    site,
    /<a\b[^>]{0,4000}?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    /(?<!!)\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g,
  );
  return linked.filter((address) => isAttachment(address, site.origin));
}

function addressesIn(site: SourceSite, ...patterns: RegExp[]): string[] {
  const found = new Set<string>();
  for (const { body } of site.articles) {
    for (const match of patterns.flatMap((pattern) => [...body.matchAll(pattern)])) {
      const url = (match[1] ?? match[2] ?? match[3] ?? '').trim().replaceAll('&amp;', '&');
      const full = url.startsWith('//') ? `https:${url}` : url.startsWith('/') && site.origin ? site.origin + url : url;
      if (/^https?:\/\//i.test(full) && URL.canParse(full)) found.add(full.replace(/#.*$/s, ''));
    }
  }
  return [...found];
}

/**
 * Fetches images into images/ and attachments into files/, four at a time, and remembers each in the state at once, so that an interrupted
 * run goes on where it stopped. What cannot be fetched is noted and stays a link.
 */
export async function download(
  images: string[],
  attachments: string[],
  out: string,
  state: ImportState,
  onEach: () => void,
): Promise<{ count: number; notes: Note[] }> {
  const addresses = [...images, ...attachments];
  const waiting = addresses.filter((address) => !(address in state.downloads));
  const notes: Note[] = [];
  let count = 0;
  // One save after the other: they share a file.
  let saved = Promise.resolve();
  for (let index = 0; index < addresses.length - waiting.length; index++) onEach();
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      try {
        const { bytes, image, ending } = await fetchFile(address, images.includes(address));
        const path = `${image ? 'images' : 'files'}/${nameFor(address, ending, image ? 'image' : 'file')}`;
        await writeFileAtomically(inside(out, path), bytes);
        state.downloads[address] = path;
        await (saved = saved.then(() => writeState(out, state)));
        count++;
      } catch (error) {
        notes.push({
          level: 'lost',
          kind: 'download-failed',
          detail: `${address} could not be fetched (${error instanceof Error ? error.message : String(error)}); it stays a link. Run again to try again.`,
        });
      }
      onEach();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { count, notes };
}

interface Fetched {
  bytes: Uint8Array;
  /** False for an attachment. */
  image: boolean;
  /** With its dot. */
  ending: string;
}

async function fetchFile(address: string, image: boolean): Promise<Fetched> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = image ? types[type] : endingOf(address, type, response.headers.get('content-disposition'));
  if (!ending)
    throw new Error(
      `it is no ${image ? 'image' : 'file to download'} but ${response.headers.get('content-type') ?? 'of unknown type'}`,
    );
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > largest) throw new Error(`it is larger than ${largest / 1024 / 1024} MB`);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), image, ending };
}

/** The ending an attachment gets: that of its name, else one that its type tells. A page, such as that of a login, is none. */
function endingOf(address: string, type: string, disposition: string | null): string | undefined {
  if (/^(text\/html|application\/xhtml)/.test(type)) return undefined;
  const named =
    /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(disposition ?? '')?.[1] ?? safeDecode(new URL(address).pathname);
  const own = extname(named).toLowerCase();
  if (/^\.[a-z0-9]{1,8}$/.test(own) && !/^\.(html?|xhtml|m?js|svg)$/.test(own)) return own;
  return type === 'application/pdf'
    ? '.pdf'
    : type === 'application/zip'
      ? '.zip'
      : type.startsWith('image/')
        ? types[type]
        : '.bin';
}

/** Its own name with a hash of its address: two images called image.png stay two. */
function nameFor(address: string, ending: string, otherwise: string): string {
  const last = safeDecode(new URL(address).pathname).split('/').filter(Boolean).at(-1) ?? '';
  return `${slugOf(last.slice(0, last.length - extname(last).length)) || otherwise}-${createHash('sha256').update(address).digest('hex').slice(0, 8)}${ending}`;
}
