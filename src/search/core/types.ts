/**
 * Whether vectors are as the model gives them, have what all of them have in common taken off, or are compared with those of
 * questions in another language.
 */
export type VectorKind = 'plain' | 'centred' | 'foreign';

/** What a ranking was made by, worst first: words alone, words with the distilled student, words with the transformer. */
export const TIERS = ['lexical', 'instant', 'deep'] as const;
export type Tier = (typeof TIERS)[number];

/** How sure the ranking is that its first article answers the query. */
export type Verdict = 'confident' | 'related' | 'none';

/** One article found, with the section that answers best. */
export interface Hit {
  /** Id of the article. */
  article: string;
  title: string;
  /** Title of the category. */
  category: string;
  /** Address of the article with the section's anchor, base path included. */
  href: string;
  /** Headings of the section below the title. */
  headings: string[];
  /** Fused score, 0 to 1; comparable within one query only. */
  score: number;
  passage: Passage;
  /** For whom the section is, where not for everybody; `headings` have their names no more. */
  variants?: Variant[];
  /** The locale that it is written in, where that is not the page's. */
  locale?: string;
  /** True while the section's text has not come: no passage and no headings, and `href` is the article's permalink. */
  bare?: true;
}

/** A value of one of the site's choices: of the choice `device` the value `android`, which is called `Android`. */
export interface Variant {
  choice: string;
  value: string;
  label: string;
}

/** One of the site's choices, with how many of the articles found have a text for each of its values. */
export interface VariantCounts {
  choice: string;
  label: string;
  values: [Variant, number][];
}

/** The part of a section that answers, with the matched words. */
export interface Passage {
  text: string;
  /** Half-open ranges [start, end) of UTF-16 code units of `text` to mark, ascending, not overlapping. */
  marks: [number, number][];
}

/** What a search shows at one moment. Later outcomes of the same query come from a better tier. */
export interface Outcome {
  query: string;
  tier: Tier;
  verdict: Verdict;
  /** The locale of the index that ranked, which is the question's. */
  locale: string;
  hits: Hit[];
  /** The question as it was read, where a typo was mended; undefined where nothing was. */
  taken?: string;
  /** The categories of what was found, with how many articles each, most first; undefined where they were not counted. */
  categories?: [string, number][];
  /** What can be chosen of the variants of what was found; undefined where they were not counted, or there are none. */
  variants?: VariantCounts[];
  /** Subjects of which one may be meant; undefined where the question was not to be asked back, or is not. */
  subjects?: string[];
  /** What the site's other languages have beside these hits, language by language; undefined where none was asked. */
  others?: LanguageHits[];
}

/** Articles that the question's language does not have. */
export interface LanguageHits {
  locale: string;
  verdict: Verdict;
  hits: Hit[];
}
