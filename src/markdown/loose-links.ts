import { closingParenthesis, INLINE, isEscaped, LINK, openingBracket } from './brackets.ts';
import { visitSource } from './visit-source.ts';

/** A link, a picture or a definition as people write them and Markdown doesn't read them: the address has spaces. */
export interface LooseLink {
  /** The whole as written: `![Photo](my photo.png "Title")`. */
  written: string;
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
  /** Its address as written: `my photo.png`. */
  address: string;
  /** What has to change, at the end of it: `](my photo.png "Title")`. */
  find: string;
  /** What Markdown reads instead: `](<my photo.png> "Title")`. */
  replace: string;
}

/** As a `LooseLink`, but found in a text whose code and links are hidden. */
interface Found extends Pick<LooseLink, 'start' | 'address' | 'replace'> {
  /** Where `find` begins, and where it ends. */
  cut: number;
  end: number;
}

/** What begins as addresses do: with a scheme, a path from somewhere or an anchor. */
const BEGINS = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|tel|sms|id|page):|www\.|\.{0,2}\/|#)/i;
/** What ends as names of files do. */
const ENDS = /\.[a-z][a-z0-9]{0,4}(?:[?#]|$)/i;
/** A scheme with a slip: `ht tps:`. */
const BROKEN_SCHEME = /^[a-z]+[ \t][a-z \t]*:/i;
const SCHEME = /^(?:https?|mailto|tel|sms|id|page):$/i;
/** The size that other systems give pictures. */
const SIZE = /[ \t]=\d*x\d*$/;
/** A line that defines where `[label]` leads. */
const DEFINITION = /^([ \t>]*)\[([^\]\n^][^\]\n]*)\]:[ \t]+(\S[^\n]*)/;
/** A place where a link has a label. */
const USE = /\[([^[\]\n]+)\](?!:)/g;

/**
 * Finds loose links, in the order of the text. Code, HTML and proper links are left alone, and so is what only looks
 * alike: `list[first](not yet)`.
 */
export function looseLinks(markdown: string): LooseLink[] {
  // Hardly any text has one, and none is parsed for nothing.
  if (candidates(markdown).length === 0 && !markdown.split('\n').some(definition)) return [];
  const uses = new Set([...markdown.matchAll(USE)].map(([, label]) => label!.toLowerCase()));
  const blocks: [start: number, end: number][] = [];
  const signs = markdown.split('');
  const hidden = [
    'inlineCode',
    'html',
    'image',
    'imageReference',
    'link',
    'linkReference',
    'footnoteReference',
  ] as const;
  visitSource(markdown, ['paragraph', 'heading', 'tableCell', ...hidden], (node, start, end) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push([start, end]);
    // A bare address and the text of a loose link whose name a definition has are parts of it.
    else if (node.type === 'link' && !'[<'.includes(markdown[start]!)) return;
    else if (node.type === 'linkReference' && node.referenceType === 'shortcut') return;
    else signs.fill(/^(link|foot)/.test(node.type) ? LINK : INLINE, start, end);
  });
  const text = signs.join('');
  return blocks.flatMap(([from, to]) => {
    const block = text.slice(from, to);
    return [...definitionsIn(block).filter(({ label }) => uses.has(label)), ...linksIn(block)]
      .sort((a, b) => a.start - b.start)
      .map(({ start, cut, end, address, replace }) => ({
        written: markdown.slice(from + start, from + end),
        start: from + start,
        address,
        find: markdown.slice(from + cut, from + end),
        replace,
      }));
  });
}

/** The same text with its loose links as Markdown reads them. */
export function mendLooseLinks(markdown: string): string {
  const edits = looseLinks(markdown).map(({ start, written, find, replace }) => ({
    from: start + written.length - find.length,
    to: start + written.length,
    replace,
  }));
  let mended = '';
  let at = 0;
  // A link with a loose picture for its text begins before it and changes behind it.
  for (const { from, to, replace } of edits.sort((a, b) => a.from - b.from)) {
    mended += markdown.slice(at, from) + replace;
    at = to;
  }
  return mended + markdown.slice(at);
}

function linksIn(text: string): Found[] {
  return candidates(text).flatMap((found) => {
    const bracket = openingBracket(text, found.cut);
    if (bracket === -1) return [];
    return [{ ...found, start: text[bracket - 1] === '!' ? bracket - 1 : bracket }];
  });
}

/** Every `](…)` with an address that has spaces. `start` is not known yet. */
function candidates(text: string): Found[] {
  const found: Found[] = [];
  let next = 0;
  for (let cut = text.indexOf(']('); cut !== -1; cut = text.indexOf('](', next)) {
    next = cut + 2;
    const end = isEscaped(text, cut) ? -1 : closingParenthesis(text, next);
    const link = end === -1 ? undefined : readAddress(text.slice(next, end));
    if (!link) continue;
    next = end + 1;
    found.push({ start: cut, cut, end: next, address: link.address, replace: `](${link.mended})` });
  }
  return found;
}

/** Lines at the beginning of a paragraph that were to be definitions. One whose label nothing has is prose. */
function definitionsIn(block: string): (Found & { label: string })[] {
  const found: (Found & { label: string })[] = [];
  let at = 0;
  for (const line of block.split('\n')) {
    const [, indent = '', label] = DEFINITION.exec(line) ?? [];
    if (label === undefined) break;
    const link = definition(line);
    const start = at + indent.length;
    const cut = start + label.length + 1;
    const end = at + line.trimEnd().length;
    if (link)
      found.push({ label: label.toLowerCase(), start, cut, end, address: link.address, replace: `]: ${link.mended}` });
    at += line.length + 1;
  }
  return found;
}

/** What a line says that was to be a definition. */
function definition(line: string): ReturnType<typeof readAddress> {
  const [, , , rest] = DEFINITION.exec(line) ?? [];
  return rest === undefined ? undefined : readAddress(rest);
}

/** Address and title between the brackets, and how Markdown reads them; undefined where they have no loose address. */
function readAddress(inner: string): { address: string; mended: string } | undefined {
  const whole = inner.trim();
  const bare = whole.replace(SIZE, '').trimEnd();
  const quote = bare.at(-1) ?? '';
  const opened = quote === '"' || quote === "'" ? bare.indexOf(` ${quote}`) : -1;
  // The quotes of a title are its first and its last sign and stand nowhere else in it.
  const isTitled = opened > 0 && bare.indexOf(quote, opened + 2) === bare.length - 1;
  const address = isTitled ? bare.slice(0, opened).trimEnd() : bare;
  if (address.startsWith('<') || (whole === bare && !/[ \t]/.test(address))) return undefined;
  if (!BEGINS.test(address) && !ENDS.test(address) && !address.includes('/')) return undefined;
  return { address, mended: mend(address) + (isTitled ? ` ${bare.slice(opened + 1)}` : '') };
}

/** The address so that Markdown reads it to its end. */
function mend(written: string): string {
  const address = written.replace(BROKEN_SCHEME, (scheme) => {
    const whole = scheme.replace(/[ \t]/g, '');
    return SCHEME.test(whole) ? whole : scheme;
  });
  // In a telephone number spaces are for the eye.
  const [, number, rest = ''] = /^((?:tel|sms):[^?]*)(.*)/i.exec(address) ?? [];
  const plain = number === undefined ? address : number.replace(/[ \t]/g, '') + rest;
  if (!/[ \t]/.test(plain)) return plain;
  return /[<>]/.test(plain)
    ? plain.replace(/[ \t]/g, '%20').replaceAll('<', '%3C').replaceAll('>', '%3E')
    : `<${plain}>`;
}
