import { insertionName } from '../../../../src/schemas/variables.ts';
import { slugOf } from '../../naming/slug.ts';

/**
 * Values that the old site kept in one place, such as a price, go through the conversion between characters that no text
 * has: a name, each of its letters moved to the end of the last plane for private use, the value, and an end.
 */
const BASE = 0x10f000;
const END = String.fromCodePoint(BASE);
const ANY = /[\u{10f000}-\u{10f07f}]/u;
const ALL = /[\u{10f000}-\u{10f07f}]+/gu;
/** A mark as a whole; what stands in it has none. */
const MARK = /([\u{10f001}-\u{10f07f}]{1,60})([^\u{10f000}-\u{10f07f}\n]{1,300})\u{10f000}/gu;

/** What says a thing plainly, without markup and addresses. */
const PLAIN = /^(?=.{0,299}[\p{L}\p{N}])[^\s<>*_`[\]{}|~\\][^<>*_`[\]{}|~\\\n]{0,299}$/u;

/** `site.data.prices.pro` -> `prices-pro`; undefined when no variable can be called so. */
function variableName(path: string): string | undefined {
  const words = path.replace(
    /^(?:site\.data|site\.params|config\.extra|config\.variables|config|extra|dc|book|book\.vars|space\.vars)\./i,
    '',
  );
  const name = slugOf(words.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/[._]/g, '-')).slice(0, 60);
  return insertionName.safeParse(name).success ? name : undefined;
}

/** A value as a text shows it, marked when it can become a variable: `path` says where the old site kept it. */
export function markedValue(path: string, value: string | number): string {
  const text = String(value);
  const name = variableName(path);
  if (name === undefined || !PLAIN.test(text) || text.trim() !== text || text.includes('://') || ANY.test(text))
    return text;
  return `${[...name].map((letter) => String.fromCodePoint(BASE + letter.charCodeAt(0))).join('')}${text}${END}`;
}

/** Whether what stands between these texts is words of a sentence rather than part of an address or a name. */
export function standsInProse(before: string, after: string): boolean {
  if (/(?:\]\(|=["']?)$/.test(before.slice(-2))) return false;
  return /(?:^|[\s(*_>"“'—–-])$/.test(before.slice(-1)) && /^(?:$|[\s.,;:!?)*_<"”'—–-])/.test(after.slice(0, 1));
}

export function hasMarks(text: string): boolean {
  return ANY.test(text);
}

export function withoutMarks(text: string): string {
  return ANY.test(text) ? text.replace(ALL, '') : text;
}

/** Puts something else in the place of each whole mark; what is left of others goes. */
export function replaceMarks(
  text: string,
  replacement: (name: string, value: string, offset: number) => string,
): string {
  if (!ANY.test(text)) return text;
  let result = '';
  let from = 0;
  for (const { 0: mark, 1: letters = '', 2: value = '', index } of text.matchAll(MARK)) {
    const name = [...letters].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? BASE) - BASE)).join('');
    result += withoutMarks(text.slice(from, index)) + replacement(name, value, index);
    from = index + mark.length;
  }
  return result + withoutMarks(text.slice(from));
}

/** The same text with whole marks alone. */
export function wholeMarks(text: string): string {
  return replaceMarks(text, (name, value) => markedValue(name, value));
}
