import type { Hit, Verdict } from '../search/core/types.ts';

/** One question of a message, and what answers it. */
export interface AnsweredQuestion {
  /** The customer's words. */
  question: string;
  /** The locale of the index that was asked; an answer in another one says so itself. */
  locale: string;
  /** Undefined where there is no index to ask. */
  verdict: Verdict | undefined;
  /** Best first; of articles that nothing is sure of the closest. */
  hits: Hit[];
}

/** An answer that goes into a reply. */
export interface ChosenAnswer {
  question: string;
  /** The locale that the article is written in. */
  locale: string;
  hit: Hit;
}
