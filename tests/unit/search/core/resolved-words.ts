import { IMPACT_SCALE, type Postings } from '../../../../src/search/core/index/postings.ts';
import type { Alternative } from '../../../../src/search/core/query/alternative.ts';
import { parseQuery, type QueryWord } from '../../../../src/search/core/query/parse-query.ts';
import type { ResolvedWord } from '../../../../src/search/core/query/resolve.ts';
import type { Language } from '../../../../src/search/core/text/language.ts';

/** A term that occurs in these sections, with its full impact in each unless said. */
export function postings(
  sections: readonly number[],
  impacts: readonly number[] = sections.map(() => IMPACT_SCALE),
): Postings {
  return { sections: Uint32Array.from(sections), impacts: Uint8Array.from(impacts) };
}

/** Terms that stand for a word together; a single one stands in the place of `term`. */
export function alternative(found: Postings | readonly Postings[], weight = 1, term = 'term'): Alternative {
  const all = 'sections' in found ? [found] : found;
  return { terms: all.map((one, place) => ({ term: place === 0 ? term : `${term}${place}`, postings: one })), weight };
}

/** A word of a query with what it matches. */
export function resolvedWord(
  term: string,
  alternatives: Alternative[] = [],
  more: Partial<QueryWord> = {},
): ResolvedWord {
  return {
    word: { terms: [term], kind: 'word', count: 1, start: 0, end: term.length, partial: false, ...more },
    alternatives,
  };
}

/** The words of a query as they are, which match nothing but themselves. */
export function plainWords(query: string, language: Language, lastWordPartial = false): ResolvedWord[] {
  return parseQuery(query, language, { lastWordPartial }).words.map((word) => ({ word, alternatives: [] }));
}
