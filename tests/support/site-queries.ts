import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The first `count` questions of content/queries.yaml in a locale, as customers ask them. */
export function siteQueries(locale: string, count: number): string[] {
  const file = new URL('../../content/queries.yaml', import.meta.url);
  const queries = parse(readFileSync(file, 'utf8')) as Record<string, { q: string }[]>;
  return (queries[locale] ?? []).slice(0, count).map(({ q }) => q);
}

/** The first `count` questions of content/queries.yaml in a locale that no article answers. */
export function unanswerableQueries(locale: string, count: number): string[] {
  const file = new URL('../../content/queries.yaml', import.meta.url);
  const { unanswerable = {} } = parse(readFileSync(file, 'utf8')) as { unanswerable?: Record<string, string[]> };
  return (unanswerable[locale] ?? []).slice(0, count);
}
