/** A run of letters and digits, in one kind of script. */
export interface ScriptRun {
  text: string;
  start: number;
  end: number;
  /** True for scripts written without spaces between words, and for Korean, whose endings cling to the word. */
  unspaced: boolean;
}

/** Scripts cut into characters and pairs. */
export const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\u30fc\u3005\u3006\u3007\uff70';
const JOINER = "[-_.&'`·\u2010\u2011]";
const WORD = '[\\p{L}\\p{N}\\p{M}]';
/** Words, joined by single marks inside: `port-is-grayed`, `4.1.1.2`, `don't`, `10,000`; a `+` or `#` may follow: `C++`, `C#`. */
const CANDIDATE = new RegExp(
  `${WORD}+(?:${JOINER}${WORD}+|_+${WORD}+|(?<=\\p{N}),\\p{N}{3}(?!${WORD}))*(?:\\+{1,2}|#)?`,
  'gu',
);
const RUN = new RegExp(`[${UNSPACED}][${UNSPACED}\\p{M}]*|[^${UNSPACED}]+`, 'gu');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const EDGES = new RegExp(`^(?:${JOINER}|[+#])+|${JOINER}+$`, 'gu');

/** The runs of letters and digits of a text, in order; what lies between them does not matter to the search. */
export function* scriptRuns(text: string): Generator<ScriptRun> {
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    if (!HAS_UNSPACED.test(candidate)) {
      if (HAS_LETTER_OR_DIGIT.test(candidate))
        yield { text: candidate, start: index, end: index + candidate.length, unspaced: false };
      continue;
    }
    for (const { 0: run, index: offset } of candidate.matchAll(RUN)) {
      if (HAS_UNSPACED.test(run)) {
        yield { text: run, start: index + offset, end: index + offset + run.length, unspaced: true };
        continue;
      }
      const trimmed = run.replace(EDGES, '');
      if (!HAS_LETTER_OR_DIGIT.test(trimmed)) continue;
      const start = index + offset + run.indexOf(trimmed);
      yield { text: trimmed, start, end: start + trimmed.length, unspaced: false };
    }
  }
}
