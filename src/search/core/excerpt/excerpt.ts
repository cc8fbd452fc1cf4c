import type { ResolvedWord } from '../query/resolve.ts';
import type { Language } from '../text/language.ts';
import type { Passage } from '../types.ts';
import { matchingWords, type Match } from './matches.ts';
import { sentences, type Range } from './split-sentences.ts';

export interface ExcerptQuery {
  text: string;
  words: readonly ResolvedWord[];
  /** How much each of the words counts. */
  weights: readonly number[];
}

/**
 * The consecutive sentences of a text, of at most `most` characters together, that say the most of the query's
 * words; the first ones when none says any. A sentence cut off at the beginning or end shows `…` there.
 */
export function excerpt(text: string, query: ExcerptQuery, language: Language, most: number): Passage {
  const units = sentences(text, most);
  if (units.length === 0) return { text: '', marks: [] };
  const matches = matchingWords(text, query.text, query.words, language);
  const window = bestWindow(units, matches, query.weights, most);
  const before = startsSentence(text, window.start) ? '' : '… ';
  const after = endsSentence(text, window.end) ? '' : ' …';
  const shift = before.length - window.start;
  const marks = join(visible(matches).filter(({ start, end }) => start >= window.start && end <= window.end));
  return {
    text: before + text.slice(window.start, window.end) + after,
    marks: marks.map(({ start, end }) => [start + shift, end + shift]),
  };
}

function bestWindow(units: readonly Range[], matches: readonly Match[], weights: readonly number[], most: number): Range {
  let best: Range = units[0]!;
  let bestScore = -1;
  units.forEach(({ start }, first) => {
    let last = first;
    while (last + 1 < units.length && units[last + 1]!.end - start <= most) last++;
    const window = { start, end: units[last]!.end };
    const said = new Set<number>();
    let score = 0;
    for (const match of matches) {
      if (match.start < window.start || match.end > window.end) continue;
      // Said again, a word adds little.
      score += (weights[match.word] ?? 0) * (said.has(match.word) ? 0.1 : 1);
      // Of windows that say the same the one that begins with it reads best.
      if (!said.has(match.word) && match.start < units[first]!.end) score += 0.05 * (weights[match.word] ?? 0);
      said.add(match.word);
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
function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function startsSentence(text: string, place: number): boolean {
  return /(?:^|[.!?。！？…\n]["'”’」』）)]*)\s*$/u.test(text.slice(Math.max(0, place - 8), place));
}

function endsSentence(text: string, place: number): boolean {
  return place >= text.trimEnd().length || /[.!?。！？…:：]["'”’」』）)]*$/u.test(text.slice(Math.max(0, place - 8), place));
}
