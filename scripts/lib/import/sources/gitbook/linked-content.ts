import { posix } from 'node:path';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import { encodedAddress, escaped } from '../dialect/plain-text.ts';
import { videoAddress, videoMarkdown } from '../dialect/video-markdown.ts';
import type { Note } from '../source.ts';
import type { Tag } from './tags.ts';

/** What the tags of a page refer to. */
export interface Surroundings {
  /** The title of the page that an address in the text means; undefined for none. */
  titleOf(address: string): string | undefined;
  /** True for a file that came along. */
  has(address: string): boolean;
  /** The path from the top of a file that was uploaded to GitBook, by its address there; undefined when it did not come along. */
  uploaded(address: string): string | undefined;
  /** The value of `book.version` or the like, in conditions. */
  variable(name: string): unknown;
  /** The text of a file to be included, ready to stand in this page; undefined when there is none. */
  include(address: string): Promise<string | undefined>;
  /** The text of another file. */
  read(address: string): Promise<string | undefined>;
  locale: string;
  notes: Note[];
}

/** What was shown within a page: a film, with its caption below it; another page as a link with the caption as its words. */
export function embed({ name, named, plain }: Tag, caption: string, { notes, uploaded }: Surroundings): string {
  const bare = name === 'youtube' || name === 'vimeo' ? (plain[0] ?? caption) : '';
  const given = named.url ?? named.src ?? named.link ?? plain[0] ?? bare;
  const address = bare ? videoAddress(name, bare) : given;
  if (!address) return caption && `\n\n${caption}\n\n`;
  const url = uploaded(address) ?? address;
  const words = bare ? '' : caption;
  const film = videoMarkdown(url, /[[\]<\n]/.test(words) ? '' : words.replace(/[*_`\\]/g, ''));
  if (film !== undefined) return `\n\n${film}\n\n${words && `${words}\n\n`}`;
  notes.push({
    level: 'changed',
    kind: 'embed-to-link',
    detail: `what was shown from ${url.slice(0, 200)} became a link`,
  });
  if (bare || !caption) return `\n\n[${escaped(url)}](${encodedAddress(url)})\n\n`;
  return /[[\]<\n]/.test(caption)
    ? `\n\n[${escaped(url)}](${encodedAddress(url)})\n\n${caption}\n\n`
    : `\n\n[${caption}](${encodedAddress(url)})\n\n`;
}

/** A card with the title of a page. What stands in it is mostly the name of the file. */
export function reference(url: string, body: string, around: Surroundings): string {
  const shown = /^\s*\[((?:[^[\]\\]|\\.){1,300})\]\([^()]{1,500}\)\s*$/.exec(body)?.[1];
  const title = around.titleOf(url);
  const others = shown === undefined ? body : '';
  const label = title === undefined ? (shown ?? escaped(url)) : escaped(title);
  if (!url) return `\n\n${body}\n\n`;
  return `\n\n[${label}](${encodedAddress(url)})\n\n${others && title === undefined ? `${others}\n\n` : ''}`;
}

/** A file to download, under its name; its caption follows. */
export function file(address: string, caption: string, body: string, around: Surroundings): string {
  const name = fileName(address);
  const below = [caption && escaped(caption), body].filter(Boolean).join('\n\n');
  const tail = below ? `${below}\n\n` : '';
  if (/^https?:/i.test(address) || around.has(address))
    return `\n\n[${escaped(name)}](${encodedAddress(address)})\n\n${tail}`;
  around.notes.push({
    level: 'lost',
    kind: 'file-missing',
    detail: `${address.slice(0, 200)}, a file to download, is not among the files; its name stands in its place`,
  });
  return `\n\n${escaped(name)}\n\n${tail}`;
}

function fileName(address: string): string {
  const path = safeDecode(address.replace(/[?#].*/s, ''));
  return posix.basename(safeDecode(path)) || address;
}

export function includeMissing({ plain, source }: Tag, { notes }: Surroundings): string {
  notes.push({
    level: 'lost',
    kind: 'include-missing',
    detail: `the text of ${(plain[0] ?? source).slice(0, 200)} stood here; it is not among the files, or stands in itself`,
  });
  return '';
}
