import { isNode, isSeq, parseDocument, stringify } from 'yaml';
import type { ArticleRow } from './count/tally.ts';

/** As many as two columns of a home page show at a glance. */
const SHOWN = 8;
/** Fewer would make a list that says nothing. */
const LEAST = 3;

/**
 * The articles that most visits opened, most first and at most eight; none where fewer than three were opened.
 * @param listed The ids that the help center lists: no draft, nothing unlisted, nothing that is gone.
 */
export function mostRead(
  articles: ReadonlyMap<string, Pick<ArticleRow, 'visits'>>,
  listed: ReadonlySet<string>,
): string[] {
  const read = [...articles].filter(([id, { visits }]) => visits > 0 && listed.has(id));
  if (read.length < LEAST) return [];
  // Of as many visits, in the order of their ids, so that the same events give the same list.
  return read
    .sort(([one, a], [other, b]) => b.visits - a.visits || (one < other ? -1 : 1))
    .slice(0, SHOWN)
    .map(([id]) => id);
}

/** The text of site.yaml with these ids as `popular`, written as the list was, and everything else as it is. */
export function withPopular(text: string, ids: readonly string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const written = ids.map((id) => stringify(id).trim());
  const list = parseDocument(text).get('popular', true);
  if (!isNode(list) || !list.range)
    return `${text}${/\n$/.test(text) || text === '' ? '' : end}popular: [${written.join(', ')}]${end}`;
  const [from, to] = list.range;
  if (!isSeq(list) || list.flow) {
    const space = /[ \t]$/.test(text.slice(0, from)) ? '' : ' ';
    return `${text.slice(0, from)}${space}[${written.join(', ')}]${text.slice(to)}`;
  }
  const margin = text.slice(text.lastIndexOf('\n', from) + 1, from);
  // The range ends where the last entry does, or behind the line's end where a comment follows.
  const rest = text.slice(to);
  const items = written.map((id) => `- ${id}`).join(`${end}${margin}`);
  return `${text.slice(0, from)}${items}${/^\s*(?:#.*)?(?:\r?\n|$)/.test(rest) && !/\n$/.test(text.slice(0, to)) ? '' : end}${rest}`;
}
