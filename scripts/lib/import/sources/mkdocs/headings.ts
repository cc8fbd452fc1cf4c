import { slug as githubSlug } from 'github-slugger';
import { decodeEntities } from '../html-entities.ts';
import type { Dialect } from './dialect.ts';

/**
 * Writes headings so that they keep the anchors they had: `{#id}` stands behind one whose anchor Signpost would not
 * make of its words.
 */
export function headingWriter(
  dialect: Dialect,
  body: string,
  inline: (text: string) => string,
): (line: string) => string {
  const taken: Taken = { ids: new Set(), numbers: new Map() };
  const asUnicode = dialect.options('toc').slugify !== undefined;
  return (line) => {
    const [, marks = '', rest = ''] = /^ {0,3}(#{1,6})(.*)$/.exec(line) ?? [];
    const [, id] = /\{:?[^{}\n]{0,200}#([\w:.-]{1,200})[^{}\n]{0,200}\}[ \t]*$/.exec(rest) ?? [];
    const text = inline(
      withoutClosing(
        rest.replace(/[ \t]?\{:?[ ]{0,9}[.#\w][^{}\n]{0,400}\}[ \t]*$/, (list) => (isAttributes(list) ? '' : list)),
      ),
    );
    const words = wordsOf(text);
    const anchor = unique(id ?? slugOf(words, asUnicode), taken);
    const isMade = id === undefined && /^_\d+$/.test(anchor) && !body.includes(`(#${anchor})`);
    if (isMade || anchor === githubSlug(words)) return `${marks} ${text}`.trimEnd();
    return `${marks} ${text} {#${anchor}}`;
  };
}

/** Anchors of the page, and the last number behind each. */
interface Taken {
  ids: Set<string>;
  numbers: Map<string, number>;
}

function isAttributes(list: string): boolean {
  return /^[ \t]?\{:|[.#]\w|=/.test(list);
}

/** A closing row of signs is none of the text: `## Title ##`. */
function withoutClosing(text: string): string {
  let end = text.trimEnd().length;
  while (text[end - 1] === '#' && text[end - 2] !== '\\') end -= 1;
  return text.slice(0, end).trimEnd();
}

/** What a heading says, without its markup. */
function wordsOf(markdown: string): string {
  const text = markdown
    .slice(0, 1_000)
    .replace(/<[^<>]*>/g, '')
    .replace(/!\[[^\]]*\](?:\([^()]*\))?/g, '')
    .replace(/\]\([^()]*\)|\]\[[^\]]*\]/g, '')
    .replace(/[[\]]/g, '')
    .replace(/(?<!\\)[*`]/g, '')
    .replace(/(?<!\w)__?|__?(?!\w)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** As Python-Markdown's table of contents makes it, or pymdownx's, which keeps letters of all scripts. */
function slugOf(words: string, asUnicode: boolean): string {
  if (asUnicode)
    return words
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .trim()
      .toLowerCase()
      .replaceAll(' ', '-');
  return words
    .normalize('NFKD')
    .replace(/[^\0-\x7f]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** `usage`, `usage_1`, `usage_2`; the last number of each is kept, because a page may have very many. */
function unique(wished: string, { ids, numbers }: Taken): string {
  let id = wished;
  while (!id || ids.has(id)) {
    const [, stem = id, number = '0'] = /^(.*)_(\d{1,9})$/.exec(id) ?? [];
    const next = Math.max(Number(number), numbers.get(stem) ?? 0) + 1;
    numbers.set(stem, next);
    id = `${stem}_${next}`;
  }
  ids.add(id);
  return id;
}
