import type { HelpCenter } from '../types.ts';
import { expandSnippet } from './expand.ts';
import type { Use } from './sources.ts';

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
