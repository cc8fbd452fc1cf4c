import { countOf, type Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { inverseDocumentFrequency } from '../rank/lexical.ts';
import type { Language } from '../text/language.ts';
import { UNSPACED } from '../text/script-runs.ts';
import { wordsOf } from './matches.ts';
import type { Range } from './split-sentences.ts';

/** A word tells nothing that stands in a greater share of the articles, */
const COMMON = 1 / 3;
/** or is rarer by this share only than the query's rarest. */
const LEAST_WEIGHT = 0.5;

/** The terms to mark: `all` that the query stands for, and of these the `telling` ones. */
export interface MarkedTerms {
  all: ReadonlySet<string>;
  telling: ReadonlySet<string>;
}

/** The terms of the index that tell an article from the others; a term that a single article has always does. */
export function markedTerms(index: SearchIndex, words: readonly ResolvedWord[]): MarkedTerms {
  const weightOf = new Map<string, number>();
  for (const { alternatives } of words) {
    for (const { terms } of alternatives) {
      for (const { term, postings } of terms) {
        // Some postings are those of titles alone.
        const known = weightOf.get(term) ?? Infinity;
        weightOf.set(term, Math.min(known, weightIn(index, postings)));
      }
    }
  }
  const rarest = Math.max(0, ...weightOf.values());
  const telling = [...weightOf].flatMap(([term, weight]) =>
    weight > 0 && weight >= LEAST_WEIGHT * rarest ? [term] : [],
  );
  return { all: new Set(weightOf.keys()), telling: new Set(telling) };
}

function weightIn({ articleOf, core, sections: all }: SearchIndex, postings: Postings): number {
  const { sections } = postings;
  let articles = 0;
  let last = -1;
  for (const section of sections) {
    if (articleOf[section] !== last) articles++;
    last = articleOf[section]!;
  }
  // Those that are not listed are spread as the others are.
  articles *= countOf(postings) / sections.length;
  return articles > Math.max(1, COMMON * core.articles.length) ? 0 : inverseDocumentFrequency(countOf(postings), all);
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const HANGUL = /\p{Script=Hangul}/u;
const BESIDE_LETTERS = { before: /[\p{L}\p{N}\p{M}]$/u, after: /^[\p{L}\p{N}\p{M}]/u };
/** What joins the parts of an identifier. */
const IN_IDENTIFIER = { before: /[\p{L}\p{N}][_.]$/u, after: /^[_.][\p{L}\p{N}]/u };
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'gu');
/** The share of a Korean word that must have been asked for; the rest are its endings. */
const ASKED = 0.4;
const SHORTEST_NUMBER = 3;

/**
 * The whole words of a text that tell why it was found, as half-open ranges, ascending, apart: in Korean with their endings, in
 * scripts without spaces what a dictionary takes for words, of two characters or more.
 */
export function marksOf(text: string, terms: MarkedTerms, language: Language): [number, number][] {
  if (terms.telling.size === 0) return [];
  const { tokens } = wordsOf(text, language);
  const pairs = new Map<number, Range & { telling: boolean }>();
  const found: Range[] = [];
  for (const { term, kind, start, end } of tokens) {
    if (!terms.all.has(term)) continue;
    if (kind === 'pair') pairs.set(start, { start, end, telling: terms.telling.has(term) });
    else if (kind !== 'character' && terms.telling.has(term) && isWhole(text, { start, end }, kind === 'part'))
      found.push({ start, end });
  }
  const hangul = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    HANGUL.test(word) ? [{ start: index, end: index + word.length }] : [],
  );
  const korean = hangul.filter((word) => {
    const from = text.slice(word.start, word.end).search(HANGUL);
    return (
      found.some(({ start, end }) => start === word.start && end <= word.end) ||
      (from === 0 && beginsWithTelling(word, pairs))
    );
  });
  const others = found.filter(({ start, end }) => !hangul.some((word) => start < word.end && end > word.start));
  const unspaced = [...text.matchAll(UNSPACED_RUN)].flatMap(({ 0: run, index }) =>
    HANGUL.test(run)
      ? []
      : askedRuns(
          wordsIn(run).map(({ start, end }) => ({ start: index + start, end: index + end })),
          pairs,
        ),
  );
  return mergeRanges([...others, ...korean, ...unspaced]).map(({ start, end }) => [start, end]);
}

/** Whether a Latin or other spaced word is no part of a longer one. In Korean, endings follow it. */
function isWhole(text: string, { start, end }: Range, isPart: boolean): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const hangulFollows = /^\p{Script=Hangul}/u.test(after);
  const besideHan = (near: string) => /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(near);
  if (BESIDE_LETTERS.before.test(before) && !besideHan(before.slice(-1))) return false;
  if (BESIDE_LETTERS.after.test(after) && !hangulFollows && !besideHan(after[0]!)) return false;
  if (!isPart) return true;
  if (/^\d+$/.test(text.slice(start, end)) && end - start < SHORTEST_NUMBER) return false;
  return !IN_IDENTIFIER.before.test(before) && !IN_IDENTIFIER.after.test(after);
}

/** Whether the beginning of a Korean word is what was asked for: 환불을 by 환불, 해지했다가 by 해지하고. */
function beginsWithTelling(word: Range, pairs: ReadonlyMap<number, Range & { telling: boolean }>): boolean {
  let telling = false;
  let end = word.start;
  for (let start = word.start; ; ) {
    const pair = pairs.get(start);
    if (pair === undefined || pair.end > word.end) break;
    telling ||= pair.telling;
    end = pair.end;
    start += pair.end - pair.start > 2 ? (pair.end - pair.start) / 2 : 1;
  }
  return telling && end - word.start >= ASKED * (word.end - word.start);
}

/**
 * The runs of whole words in which each two characters stand beside each other in what was asked for, too: 验证 and 码 as one.
 * Single characters alone tell too little.
 */
function askedRuns(words: readonly Range[], pairs: ReadonlyMap<number, Range & { telling: boolean }>): Range[] {
  const places = ({ start, end }: Range) => Array.from({ length: end - start - 1 }, (_, place) => start + place);
  const runs: (Range & { tells: boolean })[] = [];
  for (const word of words) {
    if (!places(word).every((place) => pairs.has(place))) continue;
    const tells = word.end - word.start > 1;
    const last = runs.at(-1);
    if (last?.end === word.start && pairs.has(word.start - 1)) {
      last.end = word.end;
      last.tells ||= tells;
    } else runs.push({ ...word, tells });
  }
  return runs.filter((run) => run.tells && places(run).some((place) => pairs.get(place)!.telling));
}

/** None where the browser has no dictionaries. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

function wordsIn(run: string): Range[] {
  return segmenter === undefined
    ? []
    : [...segmenter.segment(run)].map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

/** Ranges that overlap or touch as one, in order. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
