import type { ResolvedWord } from '../query/resolve.ts';
import type { Language } from '../text/language.ts';
import type { Passage } from '../types.ts';
import { findMatches, type Match } from './matches.ts';
import { type Range, splitSentences } from './split-sentences.ts';

export interface ExcerptQuery {
  text: string;
  words: readonly ResolvedWord[];
  /** How much each of the words counts. */
  weights: readonly number[];
}

/**
 * The consecutive sentences of a text, of at most `maxLength` characters together, that hold the most of the query's
 * words by weight; the first ones when none holds any. A sentence cut off at the beginning or end shows `…` there.
 */
export function excerpt(text: string, query: ExcerptQuery, language: Language, maxLength: number): Passage {
  const units = splitSentences(text, maxLength);
  if (units.length === 0) return { text: '', marks: [] };
  const matches = findMatches(text, query.text, query.words, language);
  const window = bestWindow(units, matches, query.weights, maxLength);
  const before = startsSentence(text, window.start) ? '' : '… ';
  const after = endsSentence(text, window.end) ? '' : ' …';
  const shift = before.length - window.start;
  const marks = mergeRanges(visible(matches).filter(({ start, end }) => start >= window.start && end <= window.end));
  return {
    text: before + text.slice(window.start, window.end) + after,
    marks: marks.map(({ start, end }) => [start + shift, end + shift]),
  };
}

function bestWindow(
  units: readonly Range[],
  matches: readonly Match[],
  weights: readonly number[],
  maxLength: number,
): Range {
  let best: Range = units[0]!;
  let bestScore = -1;
  units.forEach(({ start }, first) => {
    let last = first;
    while (last + 1 < units.length && units[last + 1]!.end - start <= maxLength) last++;
    const window = { start, end: units[last]!.end };
    const seen = new Set<number>();
    let score = 0;
    for (const match of matches) {
      if (match.start < window.start || match.end > window.end) continue;
      // A repeated word adds little.
      score += (weights[match.word] ?? 0) * (seen.has(match.word) ? 0.1 : 1);
      // Of windows with the same words the one that begins with them reads best.
      if (!seen.has(match.word) && match.start < units[first]!.end) score += 0.05 * (weights[match.word] ?? 0);
      seen.add(match.word);
    }
    if (score > bestScore + 1e-9) {
      best = window;
      bestScore = score;
    }
  });
  return best;
}

/** Single characters are marked only where no pair is: else half of a Chinese text would be. */
function visible(matches: readonly Match[]): readonly Match[] {
  return matches.some(({ kind }) => kind === 'pair') ? matches.filter(({ kind }) => kind !== 'character') : matches;
}

/** Ranges that overlap or touch as one; in the order of their starts, as the tokenizer gives them. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?。！？…\n]["'”’」』）)]*)\s*$/u.test(text.slice(Math.max(0, index - 8), index));
}

function endsSentence(text: string, index: number): boolean {
  return (
    index >= text.trimEnd().length || /[.!?。！？…:：]["'”’」』）)]*$/u.test(text.slice(Math.max(0, index - 8), index))
  );
}
