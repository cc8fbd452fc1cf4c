import { closingParenthesis, INLINE, isEscaped, LINK, openingBracket } from './brackets.ts';
import { visitSource } from './visit-source.ts';

/** A link, a picture or a definition as people write them and Markdown doesn't read them: the address has spaces. */
export interface LooseLink {
  /** Where what has to change begins in the text, in UTF-16 units: behind the words that are the link. */
  at: number;
  /** What has to change: `](my photo.png "Title")`, or `]: my photo.png` of a definition. */
  find: string;
  /** What Markdown reads instead: `](<my photo.png> "Title")`. */
  replace: string;
  /** The address as written: `my photo.png`. */
  address: string;
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
  return blocks
    .flatMap(([start, end]) => {
      const block = text.slice(start, end);
      const links = candidates(block).filter(({ at }) => openingBracket(block, at) !== -1);
      const definitions = definitionsIn(block).filter(({ label }) => uses.has(label));
      return [...definitions, ...links].map(({ at, find, replace, address }) => ({
        at: start + at,
        find,
        replace,
        address,
      }));
    })
    .sort((a, b) => a.at - b.at);
}

/** The same text with its loose links as Markdown reads them. */
export function mendLooseLinks(markdown: string): string {
  let mended = '';
  let from = 0;
  for (const { at, find, replace } of looseLinks(markdown)) {
    mended += markdown.slice(from, at) + replace;
    from = at + find.length;
  }
  return mended + markdown.slice(from);
}

/** Every `](…)` with an address that has spaces, whatever is before it. */
function candidates(text: string): LooseLink[] {
  const found: LooseLink[] = [];
  let next = 0;
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', next)) {
    next = at + 2;
    const end = isEscaped(text, at) ? -1 : closingParenthesis(text, next);
    const link = end === -1 ? undefined : readAddress(text.slice(next, end));
    if (!link) continue;
    next = end + 1;
    found.push({ at, find: text.slice(at, next), replace: `](${link.mended})`, address: link.address });
  }
  return found;
}

/** Lines at the beginning of a paragraph that were to be definitions. One whose label nothing has is prose. */
function definitionsIn(block: string): (LooseLink & { label: string })[] {
  const found: (LooseLink & { label: string })[] = [];
  let start = 0;
  for (const line of block.split('\n')) {
    const [, indent = '', label] = DEFINITION.exec(line) ?? [];
    if (label === undefined) break;
    const link = definition(line);
    const bracket = indent.length + label.length + 1;
    const find = line.slice(bracket).trimEnd();
    if (link)
      found.push({
        at: start + bracket,
        find,
        replace: `]: ${link.mended}`,
        address: link.address,
        label: label.toLowerCase(),
      });
    start += line.length + 1;
  }
  return found;
}

/** What a line says that was to be a definition. */
function definition(line: string): ReturnType<typeof readAddress> {
  const [, , , rest] = DEFINITION.exec(line) ?? [];
  return rest === undefined || rest.includes(INLINE) || rest.includes(LINK) ? undefined : readAddress(rest);
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
  // What a template is to fill in is read by the template first.
  if (/^<|\{[{%]/.test(address) || (whole === bare && !/[ \t]/.test(address))) return undefined;
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
