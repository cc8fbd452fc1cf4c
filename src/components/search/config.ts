import type { Translate } from '../../i18n/create-translator.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';

/** The configuration of a search box's or results page's scripts, as JSON in `data-search`. */
export interface BoxConfig {
  locale: string;
  index: IndexLocation | undefined;
  /** Indexes of the site's other languages, for questions in these. */
  others: IndexLocation[];
  /** The locale that has every article. */
  defaultLocale: string;
  deepTier: 'auto' | 'ask' | 'off';
  results: number;
  suggestions: number;
  /** Addresses of the results page and of the contact page. */
  search: string;
  contact: string;
  strings: Record<string, string>;
  /** Questions that an empty box shows; left out where the owner chose none. */
  examples?: readonly string[];
}

/** Interface strings that scripts need, by their key below `search.`; `announce` and `count` have plural forms. */
export const scriptStrings = [
  'announce',
  'count',
  'searching',
  'resultsFor',
  'answer',
  'results',
  'closest',
  'better',
  'none',
  'noneHint',
  'noneClosest',
  'noneAction',
  'seeAll',
  'more',
  'offline',
  'broken',
  'retry',
  'inLanguage',
  'deepOffer',
  'deepAction',
  'deepLoading',
  'deepReady',
  'deepFailed',
] as const;

/** What the results page alone says. */
export const resultsStrings = [
  'taken',
  'asTyped',
  'which',
  'about',
  'allAnswers',
  'categories',
  'allCategories',
] as const;

/** What the page of results says of a site with variants, too. */
export const variantStrings = ['allVariants'] as const;

/** What a box says where it shows example questions. */
export const exampleStrings = ['examples'] as const;

export type ScriptString = (
  | typeof scriptStrings
  | typeof resultsStrings
  | typeof variantStrings
  | typeof exampleStrings
)[number];

/** Translates the strings of a search box. */
export type SearchTranslate = Translate<ScriptString>;

/** Reads the configuration that the page wrote. @throws Error when the attribute is missing or no JSON: a mistake in the page. */
export function readConfig(element: HTMLElement): BoxConfig {
  const written = element.dataset.search;
  if (!written) throw new Error('The search box has no data-search attribute.');
  return JSON.parse(written) as BoxConfig;
}
