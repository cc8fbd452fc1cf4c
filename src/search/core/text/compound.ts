import { fold } from './fold.ts';
import type { ScriptRun } from './script-runs.ts';
import { LONGEST_TERM, type Token } from './token.ts';

export interface Compound {
  /** The compound kept together, and the beginnings of a dotted number. */
  wholes: Token[];
  parts: { text: string; start: number; end: number }[];
}

/** Most words; nothing to take apart. */
const PLAIN_WORD = /^\p{L}+$/u;
const PART = /[\p{L}\p{N}\p{M}]+/gu;
const SINGLE_LETTER = /^\p{L}$/u;
const SUFFIXED = /[+#]$/;
const VERSION = /^v?(\d+(?:\.\d+)+)$/;
const APOSTROPHE = /['\u2019\u02bc]/;
/** A letter meets a digit: `win11`, `3mf`. */
const MIXED = /\p{L}\p{N}|\p{N}\p{L}/u;
const RUN_OF_ONE_KIND = /\p{N}+|[^\p{N}]+/gu;

/**
 * How a word with marks inside is taken apart; undefined for a plain word.
 * `E-1042` gives the whole `e1042`, which `E1042` and `e_1042` give too, and the parts E and 1042.
 * `4.1.1.2` gives the wholes 4.1.1.2, 4.1.1 and 4.1 and the part 4, so that a version finds its line.
 * `customer's` gives the part customer alone.
 */
export function compound(run: ScriptRun): Compound | undefined {
  const { text, start, end } = run;
  if (PLAIN_WORD.test(text)) return undefined;
  const parts = [...text.matchAll(PART)].map(({ 0: part, index }) => ({
    text: part,
    start: start + index,
    end: start + index + part.length,
  }));
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined && !SUFFIXED.test(text)) return mixed(run);
  const folded = fold(text);
  const version = VERSION.exec(folded)?.[1];
  if (version !== undefined) return dottedNumber(version, start, end);
  if (APOSTROPHE.test(text)) return { wholes: [], parts: withoutEnding(parts) };
  const whole = folded.replace(/[^\p{L}\p{N}\p{M}+#]/gu, '').slice(0, LONGEST_TERM);
  // A single letter says nothing by itself, and would match the same letter of every other code.
  return {
    wholes: [{ term: whole, kind: 'whole', start, end }],
    parts: parts.filter((part) => !SINGLE_LETTER.test(part.text)),
  };
}

/** `win11` is one word that also answers to win and to 11. */
function mixed({ text, start, end }: ScriptRun): Compound | undefined {
  if (!MIXED.test(text) || text.length > LONGEST_TERM) return undefined;
  const runs = [...text.matchAll(RUN_OF_ONE_KIND)].map(({ 0: run, index }) => ({
    text: run,
    start: start + index,
    end: start + index + run.length,
  }));
  const whole: Token = { term: fold(text), kind: 'whole', start, end };
  // Many changes of kind make a key or a checksum, whose fragments would match everything.
  return { wholes: [whole], parts: runs.length > 3 ? [] : runs.filter((run) => run.text.length > 1) };
}

function dottedNumber(folded: string, start: number, end: number): Compound {
  const numbers = folded.split('.');
  const wholes: Token[] = [];
  for (let count = numbers.length; count > 1; count--) {
    wholes.push({ term: numbers.slice(0, count).join('.').slice(0, LONGEST_TERM), kind: 'whole', start, end });
  }
  const major = numbers[0] ?? '';
  return { wholes, parts: [{ text: major, start, end: start + major.length }] };
}

/** Drops the ending after an apostrophe (`customer's`) and the article before it (`l'adresse`). */
function withoutEnding(parts: Compound['parts']): Compound['parts'] {
  const last = parts.at(-1);
  const kept = parts.length > 1 && last !== undefined && last.text.length <= 2 ? parts.slice(0, -1) : parts;
  return kept.filter((part) => !SINGLE_LETTER.test(part.text));
}
