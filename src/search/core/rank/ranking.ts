import type { RankedArticle } from '../orama/orama-database.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import type { Tier, VariantCounts, Verdict } from '../types.ts';
import type { Asker, VariantPreference } from '../variants/variant-preference.ts';
import type { Features } from './verdict.ts';

/** What a ranking is asked for beside the question. */
export interface RankOptions extends Asker {
  /**
   * The best tier wanted; `instant` unless said. Without what a tier needs (the student, a query vector)
   * the ranking is that of the tier below.
   */
  tier?: Tier;
  /** The teacher's embedding of the query, for the deep tier; by the model that `semanticFor(askedIn)` names. */
  queryVector?: Float32Array;
  /** The locale that the query is in, where it is not the index's own. */
  askedIn?: string | undefined;
  /** Tells by their ids which articles are left out, because another index has them. */
  without?: ((article: string) => boolean) | undefined;
  /** When it is asked (ms since 1970), for answers that are pinned for a time; none is put first where it is left out. */
  now?: number | undefined;
  /** Which of several subjects is meant, as `subjectsOf` names it: it is read with the question, and its articles come first. */
  about?: string | undefined;
  /** Whether the categories and variants of what was found are counted. */
  counts?: boolean | undefined;
  /** The only category that is wanted, by its title; one that nothing found is in is no filter. */
  category?: string | undefined;
  /** How many articles to rank; 10 unless said. */
  limit?: number;
  /** Called when the semantic side failed and words decide alone. */
  onSemanticError?: (error: unknown) => void;
  /** Whether the last word may still be being typed. */
  lastWordPartial?: boolean;
  /**
   * Whether the next key is about to replace the ranking, which takes fewer files then: the word that is being typed is looked
   * for in titles alone where some have it, and neither what unknown words may mean nor whether the query is a title.
   */
  draft?: boolean | undefined;
  /** Whether words that the index does not know are left as they are, and are no typos of others. */
  asTyped?: boolean | undefined;
}

/** Whether the first article of a ranking answers. */
export interface Judgement {
  verdict: Verdict;
  /** How sure the ranking is of it, 0 to 1; comparable between queries. */
  confidence: number;
  features: Features;
}

/** A ranking, and what will be said of it. */
export type Ranking = Omit<Ordered, 'judged'> & Judgement;

/** A ranking that was not judged yet: of a large site that takes a title, which is read together with the texts that are shown. */
export interface Ordered {
  query: ParsedQuery;
  /** The tier that the ranking was made by, after any fallback. */
  tier: Tier;
  judged(): Promise<Judgement>;
  words: ResolvedWord[];
  /** The best articles, best first, each with the section to show; scores from 0 to 1. */
  articles: RankedArticle[];
  /** The categories of what was found, with how many articles each, most first; undefined where they were not to be counted. */
  categories?: [string, number][] | undefined;
  /** What can be chosen of the variants of what was found; undefined where they were not to be counted, or there are none. */
  variants?: VariantCounts[] | undefined;
  /** What variants do to it; undefined for an index without. */
  preference?: VariantPreference | undefined;
  /** What the owner pinned to the question: the article that comes first, and the section that is shown, where one is named. */
  pinned?: { article: number; section: number | undefined } | undefined;
  /** Sections that may have the query as their heading, which their texts tell; none where something else is exact. */
  maybeHeaded: number[];
}
