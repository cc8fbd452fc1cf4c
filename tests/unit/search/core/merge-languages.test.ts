import { describe, expect, it } from 'vitest';
import { mergeLanguages } from '../../../../src/search/core/merge-languages.ts';
import type { Hit, LanguageHits, Outcome, Verdict } from '../../../../src/search/core/types.ts';

const hit = (article: string, locale?: string): Hit => ({
  article,
  title: article,
  category: '',
  href: `/${article}/`,
  headings: [],
  score: 1,
  passage: { text: '', marks: [] },
  ...(locale && { locale }),
});
const korean = (verdict: Verdict, ...articles: string[]): Outcome => ({
  query: '자전거',
  tier: 'instant',
  verdict,
  locale: 'ko',
  hits: articles.map((one) => hit(one)),
});
const english = (verdict: Verdict, ...articles: string[]): LanguageHits => ({
  locale: 'en',
  verdict,
  hits: articles.map((one) => hit(one, 'en')),
});
const ids = (hits: readonly Hit[]): string[] => hits.map(({ article }) => article);

describe('what several languages answer', () => {
  it('begins with the question’s language', () => {
    const merged = mergeLanguages(korean('related', 'a', 'b'), [english('related', 'c')]);
    expect(ids(merged.hits)).toEqual(['a', 'b']);
    expect(merged.others).toEqual([english('related', 'c')]);
    expect(merged.verdict).toBe('related');
  });

  it('begins with the answer that only another language has, where the question’s own has none that is certain', () => {
    const merged = mergeLanguages(korean('related', 'a'), [english('confident', 'c', 'd')]);
    expect(ids(merged.hits)).toEqual(['c', 'a']);
    expect(merged.hits[0]!.locale).toBe('en');
    expect(merged.verdict).toBe('confident');
    expect(ids(merged.others![0]!.hits)).toEqual(['d']);
    expect(mergeLanguages(korean('related', 'a'), [english('confident', 'c')]).others).toEqual([]);
  });

  it('keeps the certain answer of the question’s language first', () => {
    const merged = mergeLanguages(korean('confident', 'a'), [english('confident', 'c')]);
    expect(ids(merged.hits)).toEqual(['a']);
    expect(ids(merged.others![0]!.hits)).toEqual(['c']);
  });

  it('is related where only another language has something, below the few that are closest', () => {
    const merged = mergeLanguages(korean('none', 'a', 'b', 'c', 'd'), [english('related', 'e')]);
    expect(merged.verdict).toBe('related');
    expect(ids(merged.hits)).toEqual(['a', 'b', 'c']);
  });

  it('leaves out a language that has nothing, and changes nothing then', () => {
    const outcome = korean('none', 'a', 'b', 'c', 'd');
    expect(mergeLanguages(outcome, [english('none', 'e')])).toEqual({ ...outcome, others: [] });
  });

  it('names an article once, in the first language that has it', () => {
    const chinese: LanguageHits = { ...english('related', 'c', 'd'), locale: 'zh-cn' };
    const merged = mergeLanguages(korean('related', 'a'), [chinese, english('related', 'd', 'e')]);
    expect(merged.others!.map(({ locale, hits }) => [locale, ids(hits)])).toEqual([
      ['zh-cn', ['c', 'd']],
      ['en', ['e']],
    ]);
  });
});
