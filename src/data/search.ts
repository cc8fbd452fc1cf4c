import { examples } from 'virtual:signpost/examples';
import { search } from 'virtual:signpost/search';
import { ownValue } from '../site/own-value.ts';
import { urls } from './site.ts';

/** What the search box of a page needs to know; written into its data attributes. */
export interface SearchConfig {
  /** Folder of the index files, base path included, ending in a slash. */
  folder: string;
  /** Name of the manifest that was built together with this page. */
  manifest: string;
  /** Name of the manifest of whatever build is deployed now. */
  current: string;
  /** Where permalinks begin, ending in a slash. */
  permanent: string;
}

/** The index of a locale; undefined when the locale has no articles of its own. */
export function searchConfig(locale: string): SearchConfig | undefined {
  const index = search().indexes[locale];
  return (
    index && { folder: urls.searchFiles, manifest: index.manifest, current: index.current, permanent: urls.permalinks }
  );
}

/** Questions that the owner chose as examples, of a locale that has an index to answer them. */
export function exampleQuestions(locale: string): string[] {
  return search().indexes[locale] ? (ownValue(examples, locale) ?? []) : [];
}

/** Addresses of the files that every search in this locale fetches. */
export function neededFiles(locale: string): string[] {
  return (search().indexes[locale]?.needed ?? []).map((name) => urls.searchFiles + name);
}
