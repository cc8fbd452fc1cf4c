import type { Note } from '../source.ts';

export interface Publication {
  /** True for a page that the public could not open, or not yet. */
  draft: boolean;
  /** True for a page that was there for those who had its address only. */
  unlisted: boolean;
  notes: Note[];
  /** Fields whose value says nothing about it, such as `status: deprecated`. */
  unread: string[];
}

const yes = new Set(['true', 'yes', 'on', '1']);
const no = new Set(['false', 'no', 'off', '0']);
/** For some people only. */
const closed =
  /^(internal|private|restricted|confidential|secret|staff|team|agents?|employees?|members?|password|protected|authenticated|logged-?in)([\s_-](only|use))?$/;
/** For nobody, or not yet. */
const unready =
  /^(drafts?|unpublished|not[\s_-]published|pending|(in[\s_-])?(review|progress)|wip|todo|scheduled|future|archived?|trash(ed)?|deleted|disabled|inactive|none|nobody)$/;
/** For all, be it in lists or not. */
const open =
  /^(public|published?|visible|listed|unlisted|hidden|everyone|anyone|all|open|world|default|true|yes|live|active|enabled)?$/;
const outOfLists = /^(unlisted|hidden)$/;

/**
 * Whether readers could open a page, by the names that systems have for it. A page for some people only becomes a
 * draft, and so does one whose `visibility` is a word that nothing is known about: publishing it would be worse.
 * @param read the value of a field by its squashed name.
 */
export function readPublication(read: (name: string) => unknown): Publication {
  const notes: Note[] = [];
  const word = (name: string): string => wordOf(read(name));
  const words = ['visibility', 'access', 'audience', 'status', 'state'].flatMap((name) =>
    [read(name)].flat().map((value): [string, string] => [name, wordOf(value)]),
  );
  const closedBy = [
    ...['private', 'internal', 'restricted'].filter((name) => yes.has(word(name))).map((name) => `${name}: true`),
    ...(no.has(word('public')) ? ['public: false'] : []),
    ...words.filter(([, value]) => closed.test(value)).map(([name, value]) => `${name}: ${value}`),
    ...words
      .filter(([name, value]) => name === 'visibility' && !open.test(value))
      .map(([name, value]) => `${name}: ${value}`),
  ];
  const unreadyBy = words.filter(([name, value]) => name !== 'audience' && unready.test(value));
  if (closedBy.length > 0)
    notes.push({
      level: 'changed',
      kind: 'not-public',
      detail: `it was not for everyone (${[...new Set(closedBy)].join(', ').slice(0, 100)}); it is a draft here, which is not published`,
    });
  else if (unreadyBy.length > 0)
    notes.push({
      level: 'changed',
      kind: 'not-public',
      detail: `it was not published (${unreadyBy.map((one) => one.join(': ')).join(', ')}); it is a draft here`,
    });
  const hidden =
    ['unlisted', 'hidden'].some((name) => yes.has(word(name))) || words.some(([, value]) => outOfLists.test(value));
  const outOfNavigation = ['navexclude', 'tochide'].some((name) => yes.has(word(name)));
  const outOfSearch = yes.has(word('searchexclude')) || no.has(word('pagefind')) || isOutOfSearch(read('search'));
  const unlisted = hidden || (outOfNavigation && outOfSearch);
  if (!unlisted && (outOfNavigation || outOfSearch))
    notes.push({
      level: 'changed',
      kind: 'listed-and-searched',
      detail: `it was left out of the old site’s ${outOfSearch ? 'search' : 'navigation'}; here it is listed and searched (unlisted: true takes it out of both)`,
    });
  return {
    draft: yes.has(word('draft')) || no.has(word('published')) || closedBy.length > 0 || unreadyBy.length > 0,
    unlisted,
    notes,
    unread: words
      .filter(([name, value]) => name !== 'visibility' && ![open, closed, unready].some((words) => words.test(value)))
      .map(([name]) => name),
  };
}
function wordOf(value: unknown): string {
  const word = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return word.trim().toLowerCase();
}

/** MkDocs Material: `search: { exclude: true }`; others write `search: exclude` or `search: false`. */
function isOutOfSearch(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return yes.has(String((value as { exclude?: unknown }).exclude));
  return value === 'exclude' || (value !== undefined && no.has(String(value).toLowerCase()));
}
