import { memoize } from '../cache/memoize.ts';

const segmenterOf = memoize((locale: string) => new Intl.Segmenter(locale, { granularity: 'sentence' }));

/** The sentences of a text, trimmed; empty ones left out. `locale` is a language tag. */
export function segmentSentences(text: string, locale: string): string[] {
  return [...segmenterOf(locale).segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** Number of words; two characters of Chinese or Japanese count as one, since these have no spaces. */
export function countWords(text: string): number {
  const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
  return (text.replace(IDEOGRAPHS, ' ').match(WORD)?.length ?? 0) + Math.ceil(ideographs / 2);
}
