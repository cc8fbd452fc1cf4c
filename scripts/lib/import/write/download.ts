import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { slugOf } from '../../naming/slug.ts';
import { isPublic } from '../../network/public-address.ts';
import { shownAddress } from '../convert/shown-address.ts';
import { placeInside } from '../plan/inside.ts';
import { type ImportState, writeState } from '../plan/state.ts';
import { isAttachment } from '../sources/assets.ts';
import type { Note, SourceSite } from '../sources/source.ts';
import { fetchFile } from './fetch-file.ts';
import { attachmentEnding, pictureEnding } from './file-kind.ts';

const concurrency = 4;

/** The images of other sites that the articles show, as full addresses, each once. */
export function imageAddresses(site: SourceSite): string[] {
  return addressesIn(
    site,
    /<img\b[^<>]{0,4000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    /!\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g,
  );
}

/** The files of the old help center that the articles link to, as full addresses, each once. */
export function attachmentAddresses(site: SourceSite): string[] {
  const linked = addressesIn(
    site,
    /<a\b[^<>]{0,4000}?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
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
      if (/^https?:\/\//i.test(full) && URL.canParse(full)) found.add(full.replace(/#.*/s, ''));
    }
  }
  return [...found];
}

/**
 * Fetches images into images/ and attachments into files/, four at a time, and remembers each in the state at once, so that an interrupted
 * run goes on where it stopped. What cannot be fetched is noted and stays a link.
 * @param allowPrivate Also fetch from this machine and its network.
 */
export async function download(
  images: string[],
  attachments: string[],
  out: string,
  state: ImportState,
  allowPrivate: boolean,
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
        const file = await fetchFile(address, allowPrivate ? () => true : isPublic);
        const image = images.includes(address);
        const ending = image ? await pictureEnding(file) : await attachmentEnding(address, file);
        const path = `${image ? 'images' : 'files'}/${nameFor(address, ending, image ? 'image' : 'file')}`;
        await writeFileAtomically(await placeInside(out, path), file.bytes);
        state.downloads[address] = path;
        await (saved = saved.then(() => writeState(out, state)));
        count++;
      } catch (error) {
        notes.push({
          level: 'lost',
          kind: 'download-failed',
          detail: `${shownAddress(address)} could not be fetched (${error instanceof Error ? error.message : String(error)}); it stays a link. Run again to try again.`,
        });
      }
      onEach();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { count, notes };
}

/** Its own name with a hash of its address: two images called image.png stay two. */
function nameFor(address: string, ending: string, otherwise: string): string {
  const last = safeDecode(new URL(address).pathname).split('/').filter(Boolean).at(-1) ?? '';
  return `${slugOf(last.slice(0, last.length - extname(last).length)) || otherwise}-${createHash('sha256').update(address).digest('hex').slice(0, 8)}${ending}`;
}
