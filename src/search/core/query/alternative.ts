import type { Postings } from '../index/postings.ts';

/** Terms of the index that together stand for a word of the query. */
export interface Alternative {
  /** More than one for a synonym of several words, which all must occur. */
  terms: { term: string; postings: Postings }[];
  /** How much it counts beside the word itself, 0 to 1. */
  weight: number;
  /** The word of the site that a mistyped one stands for, folded. */
  spelled?: string;
}

/** The alternative of one term; none for a term that the index does not have. */
export function single(term: string, postings: Postings | undefined, weight: number): Alternative[] {
  return postings === undefined ? [] : [{ terms: [{ term, postings }], weight }];
}
