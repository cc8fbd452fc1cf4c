import { exampleQuestions, searchConfig } from '../../data/search.ts';
import { defaultLocale, locales, site, urls } from '../../data/site.ts';
import { stringsOf } from '../../data/strings.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';
import {
  type BoxConfig,
  exampleStrings,
  resultsStrings,
  type ScriptString,
  scriptStrings,
  variantStrings,
} from './config.ts';

/** The configuration that a page of this locale gives the scripts of its search box. */
export function boxConfig(locale: string, showsExamples = true): BoxConfig {
  const examples = showsExamples ? exampleQuestions(locale) : [];
  return {
    locale,
    index: indexPlace(locale),
    others: otherIndexes(locale),
    defaultLocale,
    deepTier: site.search.deepTier,
    results: site.search.results,
    suggestions: site.search.suggestions,
    search: urls.search(locale),
    contact: urls.contact(locale),
    strings: searchStrings(locale, examples.length > 0 ? [...scriptStrings, ...exampleStrings] : scriptStrings),
    ...(examples.length > 0 && { examples }),
  };
}

/** The configuration of the results page. */
export function resultsConfig(locale: string): BoxConfig {
  const further = Object.keys(site.variants).length > 0 ? variantStrings : [];
  return { ...boxConfig(locale), strings: searchStrings(locale, [...scriptStrings, ...resultsStrings, ...further]) };
}

/** Where the index of a locale lies; undefined for a locale without articles of its own. */
export function indexPlace(locale: string): IndexLocation | undefined {
  const files = searchConfig(locale);
  return files && { locale, ...files };
}

/** Where the indexes of the other locales lie that have articles. */
export function otherIndexes(locale: string): IndexLocation[] {
  return locales.flatMap(({ code }) => (code === locale ? [] : (indexPlace(code) ?? [])));
}

/** The strings with all their plural forms, because only the script knows the count. */
function searchStrings(locale: string, keys: readonly ScriptString[]): Record<string, string> {
  const wanted = new Set<string>(keys);
  const own = Object.entries(stringsOf(locale)).flatMap(([key, text]): [string, string][] => {
    const [, name = '', form = ''] = /^search\.(\w+)(\.\w+)?$/.exec(key) ?? [];
    return wanted.has(name) ? [[name + form, text]] : [];
  });
  return Object.fromEntries(own);
}
