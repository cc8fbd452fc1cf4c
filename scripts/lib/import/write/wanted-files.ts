import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { embeddedVideo } from '../../../../src/markdown/embedded-videos.ts';
import { isVideo } from '../../../../src/markdown/videos.ts';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { slugOf } from '../../naming/slug.ts';
import { captionsOf, captionsSuffix, filmOf } from '../convert/video-files.ts';
import { isAttachment } from '../sources/assets.ts';
import type { SourceSite } from '../sources/source.ts';
import type { FetchedFile } from './fetch-file.ts';
import { attachmentEnding, captionsEnding, pictureEnding, videoEnding } from './file-kind.ts';

/** A file of another site that an import can fetch. */
export interface WantedFile {
  /** What the state remembers it by: its address, or that with what it belongs to. */
  key: string;
  address: string;
  /** Its path in the content folder, which depends on what it holds. @throws Error when it is not what was expected. */
  placeOf(file: FetchedFile): Promise<string>;
}

/** What --download fetches: pictures of other sites, files of the old one, and films with their posters and captions. */
export function wantedFiles(site: SourceSite): WantedFile[] {
  const videos = videosOf(site);
  const taken = new Set(videos.map(({ key }) => key));
  const images = addressesIn(
    site,
    /<img\b[^<>]{0,4000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    /!\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g,
  ).filter((address) => !taken.has(address) && embeddedVideo(address) === undefined);
  for (const address of images) taken.add(address);
  const linked = addressesIn(
    site,
    /<a\b[^<>]{0,4000}?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    /(?<!!)\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g,
  ).filter((address) => isAttachment(address, site.origin) && !taken.has(address));
  return [
    ...images.map((address) => ({
      key: address,
      address,
      placeOf: async (file: FetchedFile) => `images/${nameFor(address, 'image')}${await pictureEnding(file)}`,
    })),
    ...videos,
    ...linked.map((address) => ({
      key: address,
      address,
      placeOf: async (file: FetchedFile) => `files/${nameFor(address, 'file')}${await attachmentEnding(address, file)}`,
    })),
  ];
}

const parser = unified().use(rehypeParse, { fragment: true });

/** Films, each followed by what its element names; the first article that shows one decides. */
function videosOf(site: SourceSite): WantedFile[] {
  const found = new Map<string, WantedFile>();
  const add = (key: string, address: string, placeOf: WantedFile['placeOf']): void => {
    if (!found.has(key)) found.set(key, { key, address, placeOf });
  };
  const addFilm = (address: string): string => {
    const stem = nameFor(address, 'film');
    add(address, address, async (file) => `videos/${stem}${await videoEnding(file)}`);
    return stem;
  };
  for (const { body, locale } of site.articles) {
    for (const [, written = ''] of body.matchAll(/!\[[^\]]{0,1000}\]\(\s*<?([^\s)>]+)/g)) {
      const address = isVideo(written) ? fullAddress(written, site.origin) : undefined;
      if (address) addFilm(address);
    }
    for (const [html] of body.matchAll(/<video\b[^<>]{0,4000}>(?:(?!<video\b)[\s\S]){0,10000}?<\/video\s*>/gi))
      visit(parser.parse(html), 'element', (node: Element) => {
        const film = node.tagName === 'video' ? filmOf(node) : undefined;
        const address = film && isVideo(film.src) ? fullAddress(film.src, site.origin) : undefined;
        if (!film || !address || found.has(address)) return;
        const stem = addFilm(address);
        const poster = film.poster === undefined ? undefined : fullAddress(film.poster, site.origin);
        if (poster) add(`${poster}#${stem}`, poster, async (file) => `videos/${stem}${await pictureEnding(file)}`);
        for (const { src, language } of captionsOf(film.tracks)) {
          const track = fullAddress(src, site.origin);
          const name = `${stem}${captionsSuffix(language, locale)}`;
          if (track) add(`${track}#${name}`, track, (file) => Promise.resolve(`videos/${name}${captionsEnding(file)}`));
        }
      });
  }
  return [...found.values()];
}

/** The addresses that patterns find in the articles, in full, each once. */
function addressesIn(site: SourceSite, ...patterns: RegExp[]): string[] {
  const found = new Set<string>();
  for (const { body } of site.articles) {
    for (const match of patterns.flatMap((pattern) => [...body.matchAll(pattern)])) {
      const full = fullAddress((match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&'), site.origin);
      if (full) found.add(full);
    }
  }
  return [...found];
}

function fullAddress(written: string, origin: string | undefined): string | undefined {
  const url = written.trim();
  const full = url.startsWith('//') ? `https:${url}` : url.startsWith('/') && origin ? origin + url : url;
  return /^https?:\/\//i.test(full) && URL.canParse(full) ? full.replace(/#.*/s, '') : undefined;
}

/** Its own name with a hash of its address: two images called image.png stay two. */
function nameFor(address: string, otherwise: string): string {
  const last = safeDecode(new URL(address).pathname).split('/').filter(Boolean).at(-1) ?? '';
  return `${slugOf(last.slice(0, last.length - extname(last).length)) || otherwise}-${createHash('sha256').update(address).digest('hex').slice(0, 8)}`;
}
