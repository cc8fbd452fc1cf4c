import type { HelpCenter, WrittenPage } from '../types.ts';
import { expandSnippet } from './expand.ts';
import { findSnippet, type Sources, type Use } from './sources.ts';

/** Every place of a help center where a snippet or a variable is put in, each once, ordered by file and line. */
export function usesOf({ articles, broken, ownPages, brokenOwnPages, sources }: HelpCenter): Use[] {
  const pages = [...articles, ...broken, ...ownPages, ...brokenOwnPages];
  const all = [
    ...pages.flatMap(({ insertions }) => insertions?.uses ?? []),
    ...sources.snippets.flatMap((snippet) => expandSnippet(snippet, sources).uses),
  ];
  const byKey = new Map(all.map((use) => [JSON.stringify(use), use]));
  return [...byKey.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** The files beside its own in which the text of a page is written: those of snippets, then of what is said in films. */
export function otherFilesOf(
  { file, locale, insertions }: Pick<WrittenPage, 'file' | 'locale' | 'insertions'>,
  sources: Sources,
): string[] {
  if (!insertions) return [];
  const snippets = insertions.uses.flatMap(({ kind, name }) =>
    kind === 'snippet' ? (findSnippet(sources, name, locale)?.file ?? []) : [],
  );
  return [...new Set([...snippets, ...insertions.origins.map((origin) => origin.file)])].filter(
    (each) => each !== file,
  );
}
