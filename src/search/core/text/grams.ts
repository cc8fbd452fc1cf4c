import { fold } from './fold.ts';
import type { ScriptRun } from './script-runs.ts';
import type { Token } from './token.ts';

/** A character with the marks that belong to it. */
const CHARACTER = /\P{M}\p{M}*/gu;

/** The last character of the run before, when only white space lies between. */
export interface Neighbour {
  term: string;
  start: number;
}

/**
 * Single characters and pairs of a run of Chinese, Japanese, Korean or another script without spaces:
 * 退款单 gives 退, 退款, 款, 款单, 单. Whatever part of a title is typed, its characters are in the index.
 * A pair also bridges white space, which people set as they please, above all in Korean.
 */
export function grams(run: ScriptRun, before: Neighbour | undefined): Token[] {
  const tokens: Token[] = [];
  let last = before;
  for (const { 0: written, index } of run.text.matchAll(CHARACTER)) {
    const term = fold(written);
    if (term === '') continue;
    const start = run.start + index;
    const end = start + written.length;
    if (last !== undefined) tokens.push({ term: last.term + term, kind: 'pair', start: last.start, end });
    tokens.push({ term, kind: 'character', start, end });
    last = { term, start };
  }
  return tokens;
}
