import { writtenDay } from '../days.ts';
import { decodeEntities } from '../html-entities.ts';
import type { Note } from '../source.ts';
import { fieldNames, isKnownField, type Meaning, squash } from './field-names.ts';
import { readPublication } from './publication.ts';

/** What the front matter of other systems says about a page, under the names that they use for it. */
export interface ReadFields {
  title?: string;
  /** What menus of the old site showed instead of the title. */
  shortTitle?: string;
  id?: string;
  description?: string;
  /** The day of the last change, `2026-05-01`. */
  updated?: string;
  /** The day from which it was public, and the day from which no longer. */
  publishAt?: string;
  expiresAt?: string;
  keywords: string[];
  /** Not written to be public, or not for everyone: it must not be published. */
  draft: boolean;
  /** Only for those who had the address. */
  unlisted: boolean;
  order?: number;
  /** The end of its address; one that begins with a slash is the `permalink`. */
  slug?: string;
  /** Its own address as it was set, a pattern of Jekyll's (`/:categories/:title/`) too. */
  permalink?: string;
  /** Addresses that lead to it: paths from the root and http addresses, the permalink among them. */
  aliases: string[];
  /** `aliases` that are no addresses: other names in Obsidian, addresses relative to the section in Hugo. */
  otherNames: string[];
  /** Titles of the pages above it (Just the Docs). */
  parent?: string;
  grandParent?: string;
  translationKey?: string;
  /** What could not be carried over, and what was read otherwise than it stands there. */
  notes: Note[];
}

/**
 * Reads the fields of front matter in YAML, TOML or JSON; what nothing is known about is noted as lost.
 * @param own fields that a system reads itself.
 */
export function readFields(fields: Record<string, unknown>, own: readonly string[] = []): ReadFields {
  const notes: Note[] = [];
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) values.set(squash(name), value);
  const spelling = new Map(Object.keys(fields).map((name) => [squash(name), name]));
  const lost = Object.keys(fields).filter(
    (name) => !isKnownField(name) && !name.startsWith('/') && !own.includes(name),
  );
  const all = (meaning: Meaning): unknown[] =>
    fieldNames[meaning].map((name) => values.get(name)).filter((value) => value !== undefined && value !== null);
  const lists = (meaning: Meaning): string[] => [...new Set(all(meaning).flatMap(list))];
  /** The first value that `read` understands; one that it doesn't is named with its field. */
  const first = <Value>(meaning: Meaning, read: (value: unknown) => Value | undefined): Value | undefined => {
    for (const name of fieldNames[meaning]) {
      const value = values.get(name);
      const result = read(value);
      if (result !== undefined) return result;
      if (value !== undefined && value !== null && value !== '' && typeof value !== 'boolean') lost.push(name);
    }
    return undefined;
  };
  const words = (meaning: Meaning): string | undefined => {
    const written = first(meaning, text);
    const others = fieldNames[meaning].filter((name) => text(values.get(name)) !== undefined);
    lost.push(...others.slice(1).filter((name) => text(values.get(name)) !== written && !lost.includes(name)));
    const read = written === undefined ? undefined : decodeEntities(written);
    if (read !== written)
      notes.push({
        level: 'changed',
        kind: 'entities-decoded',
        detail: `its ${meaning === 'title' ? 'title' : 'description'} was written as “${shown(written)}”; it is now “${shown(read)}”`,
      });
    return read;
  };

  const title = words('title');
  const description = words('description');
  const menus = all('menu').filter(isObject);
  const shortTitle = first('shortTitle', text) ?? menus.map((menu) => text(menu.label)).find(Boolean);
  if (shortTitle !== undefined && title !== undefined && shortTitle !== title)
    notes.push({
      level: 'info',
      kind: 'short-title',
      detail: `menus showed it as “${shown(shortTitle)}”; here its title stands everywhere`,
    });
  const slug = first('slug', text);
  const permalink = first('permalink', text) ?? (slug?.startsWith('/') ? slug : undefined);
  const aliases = lists('aliases');
  const publication = readPublication((name) => values.get(name));
  const result: ReadFields = {
    title,
    shortTitle,
    id: first('id', text),
    description,
    updated: first('updated', writtenDay),
    publishAt: first('publishAt', writtenDay),
    expiresAt: first('expiresAt', writtenDay),
    keywords: lists('keywords').map(decodeEntities),
    draft: publication.draft,
    unlisted: publication.unlisted,
    order: first('order', number) ?? menus.map(menuOrder).find((order) => order !== undefined),
    slug: slug?.startsWith('/') ? undefined : slug,
    permalink,
    aliases: [
      ...new Set([
        ...aliases.filter(isAddress),
        ...lists('redirects'),
        ...(permalink !== undefined && !permalink.includes('/:') ? [permalink] : []),
        // A list of addresses with a comma missing leaves an address among the names.
        ...Object.keys(fields).filter((name) => name.startsWith('/')),
      ]),
    ],
    otherNames: aliases.filter((alias) => !isAddress(alias)),
    parent: first('parent', text),
    grandParent: first('grandParent', text),
    translationKey: first('translationKey', text),
    notes,
  };
  notes.push(...publication.notes);
  lost.push(...publication.unread);
  if (lost.length > 0)
    notes.push({
      level: 'lost',
      kind: 'field-dropped',
      detail: `front matter that Signpost has no use for: ${lost
        .map((name) => spelling.get(name) ?? name)
        .join(', ')
        .slice(0, 200)}`,
    });
  return result;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return String(value).replace(/\s+/g, ' ').trim() || undefined;
}

function number(value: unknown): number | undefined {
  const read = typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

/** `a, b`, `[a, b]`, and entries that are objects: Docusaurus’ `{ label: a }`, and `- a: b`, which is a text with a colon. */
function list(value: unknown): string[] {
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as unknown[]) : [value];
  return parts.flatMap((part) => {
    if (!isObject(part)) return text(part) ?? [];
    const named = text(part.label) ?? text(part.name) ?? text(part.title) ?? text(part.from);
    if (named !== undefined) return named;
    const [only, ...others] = Object.entries(part);
    return only && others.length === 0 ? `${only[0]}: ${text(only[1]) ?? ''}`.trim() : [];
  });
}

/** Starlight: `sidebar: { order: 2 }`; Hugo: `menu: { docs: { weight: 20 } }`. */
function menuOrder(menu: Record<string, unknown>): number | undefined {
  return [menu, ...Object.values(menu).filter(isObject)]
    .map((entry) => number(entry.order) ?? number(entry.weight))
    .find((order) => order !== undefined);
}

function isAddress(value: string): boolean {
  return /^(\/|https?:\/\/)/i.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function shown(value: string | undefined): string {
  return (value ?? '').slice(0, 80);
}
