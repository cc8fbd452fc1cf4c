import { fold } from './fold.ts';
import { LONGEST_TERM, type Token } from './token.ts';

/** A stretch of a word, with its range in it. */
export interface Part {
  text: string;
  start: number;
  end: number;
}

export interface Compound {
  /** What is kept together: a code, a version and its beginnings. */
  wholes: Token[];
  /** The words it is made of, to be stemmed. */
  parts: Part[];
  /** The words written as one, to be stemmed: `email` for e-mail. */
  joined?: string;
}

const PLAIN_WORD = /^[\p{L}\p{M}]+$/u;
/** A number with dots, to which letters and a code may be glued (`PHP8.1`, `8.0rc1`), or a run of letters and digits. */
const SEGMENT = /[\p{L}\p{M}]*\p{N}+(?:\.\p{N}+)+[\p{L}\p{M}\p{N}]*|\p{N}{1,3}(?:,\p{N}{3})+|[\p{L}\p{N}\p{M}]+/gu;
const DOTTED = /^([\p{L}\p{M}]*)(\p{N}+(?:\.\p{N}+)+)([\p{L}\p{M}\p{N}]*)$/u;
/** `2.1.x`: the x is no part of the number. */
const ANY_LAST = /(?<=\p{N})\.x$/iu;
const THOUSANDS = /^\p{N}{1,3}(?:[.,]\p{N}{3})+$/u;
const SINGLE_LETTER = /^\p{L}$/u;
const SUFFIXED = /[+#]$/;
/** A letter meets a digit: `win11`, `3mf`. */
const MIXED = /\p{L}\p{N}|\p{N}\p{L}/u;
const RUN_OF_ONE_KIND = /\p{N}+|[^\p{N}]+/gu;
/** More changes of kind than in `WH1000XM4` make a key or a checksum, whose fragments would match everything. */
const MOST_RUNS = 4;
/** Where the words of `CFBundleDisplayName` part. */
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** `iPhone`, `GitHub` and `useLayoutEffect` are one word each: their parts alone say something else. */
const FEWEST_HUMPS = 4;

/**
 * How a word with marks, digits or capitals inside is taken apart; undefined for a plain word.
 * `E-1042` gives the whole `e1042`, which `E1042` and `e_1042` give too, and the parts E and 1042.
 * `4.1.1.2` gives the wholes 4.1.1.2, 4.1.1 and 4.1 and the part 4, so that a version finds its line; so does each of several
 * versions, and one that letters are glued to.
 * `WH-1000XM4` gives the wholes `wh1000xm4`, `1000xm4` and `xm4`, and the parts WH, 1000 and XM.
 */
export function compound(text: string): Compound | undefined {
  if (PLAIN_WORD.test(text)) return humps(text);
  const number = text.replace(ANY_LAST, '');
  const segments = matchesOf(number, SEGMENT);
  const [first] = segments;
  if (segments.length === 1 && first !== undefined && !SUFFIXED.test(text)) return segment(first, number !== text);
  const inside = segments.map((one) => segment(one, false));
  const wholes = inside.flatMap((one) => one?.wholes ?? []);
  // A single letter says nothing by itself, and would match the same letter of every other code.
  const parts = segments.flatMap((one, place) => inside[place]?.parts ?? (SINGLE_LETTER.test(one.text) ? [] : [one]));
  // Two versions together are none.
  if (segments.some(({ text: one }) => DOTTED.test(one))) return { wholes: [...wholes, ...between(text)], parts };
  const joined = fold(text).replace(/[^\p{L}\p{N}\p{M}+#]/gu, '');
  if (PLAIN_WORD.test(joined)) return { wholes, parts, joined };
  return { wholes: [whole(joined, 0, text.length), ...wholes], parts };
}

/** A stretch without separators; undefined for a word or a number. */
function segment({ text, start, end }: Part, anyLast: boolean): Compound | undefined {
  const dotted = DOTTED.exec(text);
  if (dotted) return dottedNumber(dotted, start, end);
  if (THOUSANDS.test(text)) return { wholes: [whole(text.replaceAll(',', ''), start, end)], parts: [] };
  // `5.x`
  if (anyLast) return { wholes: [], parts: [{ text, start, end }] };
  if (!MIXED.test(text) || text.length > LONGEST_TERM) return PLAIN_WORD.test(text) ? humps(text, start) : undefined;
  const runs = matchesOf(text, RUN_OF_ONE_KIND, start);
  const wholes = [whole(fold(text), start, end)];
  if (runs.length > MOST_RUNS) return { wholes, parts: [] };
  if (runs.length > 2) wholes.push(...models(runs));
  return { wholes, parts: runs.filter((run) => run.text.length > 1) };
}

/** `5.1.2-5.1.6`: versions of one line, from one to another. */
const RANGE = /^(\p{N}+(?:\.\p{N}+)*\.)(\p{N}+)-\1(\p{N}+)$/u;
/** More versions are hardly one line. */
const LONGEST_RANGE = 20;

/** The versions that a range leaves out. */
function between(text: string): Token[] {
  const [, line = '', from = '', to = ''] = RANGE.exec(text) ?? [];
  const left = Math.max(0, Number(to) - Number(from) - 1);
  if (left > LONGEST_RANGE) return [];
  return Array.from({ length: left }, (_, place) => whole(`${line}${Number(from) + place + 1}`, 0, text.length));
}

/** Letters and the number behind them, which name the model of a line: `xm4` of `1000XM4`. */
function models(runs: readonly Part[]): Token[] {
  return runs.flatMap((letters, place) => {
    const digits = runs[place + 1];
    if (digits === undefined || /\p{N}/u.test(letters.text)) return [];
    return [whole(fold(letters.text + digits.text), letters.start, digits.end)];
  });
}

function dottedNumber([, before = '', dotted = '', after = '']: RegExpExecArray, start: number, end: number): Compound {
  const from = start + before.length;
  const numbers = dotted.split('.');
  const major = numbers[0] ?? '';
  const wholes: Token[] = [];
  for (let count = numbers.length; count > 1; count--) wholes.push(whole(numbers.slice(0, count).join('.'), from, end));
  if (THOUSANDS.test(dotted)) wholes.push(whole(numbers.join(''), from, end));
  const parts = [{ text: major, start: from, end: from + major.length }];
  if (before.length > 1) {
    wholes.push(whole(fold(before) + major, start, from + major.length));
    parts.unshift({ text: before, start, end: from });
  }
  if (after !== '') wholes.push(whole(fold(after), end - after.length, end));
  return { wholes, parts };
}

/** The words of a long name that capitals part. */
function humps(text: string, start = 0): Compound | undefined {
  const words = text.split(HUMP);
  if (words.length < FEWEST_HUMPS) return undefined;
  let place = start;
  const parts = words.map((word) => ({ text: word, start: place, end: (place += word.length) }));
  return { wholes: [], parts: parts.filter((part) => !SINGLE_LETTER.test(part.text)), joined: text };
}

function whole(term: string, start: number, end: number): Token {
  return { term: term.slice(0, LONGEST_TERM), kind: 'whole', start, end };
}

function matchesOf(text: string, pattern: RegExp, from = 0): Part[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found,
    start: from + index,
    end: from + index + found.length,
  }));
}
