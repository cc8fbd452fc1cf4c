import type { Note } from '../source.ts';

/** What the front matter of other systems says about an article, under the names that they use for it. */
export interface ReadFields {
  title?: string;
  id?: string;
  description?: string;
  updated?: string;
  keywords: string[];
  draft: boolean;
  order?: number;
  slug?: string;
  aliases: string[];
  translationKey?: string;
  notes: Note[];
}

const known = new Set([
  'title',
  'id',
  'description',
  'summary',
  'updated',
  'lastmod',
  'date',
  'last_updated',
  'modified',
  'keywords',
  'tags',
  'labels',
  'draft',
  'published',
  'weight',
  'order',
  'position',
  'sidebar_position',
  'slug',
  'aliases',
  'redirect_from',
  'url',
  'permalink',
  'translationKey',
  'menu',
]);

/** Reads the fields of Hugo, Jekyll, Docusaurus and plain front matter; what none of them explains is noted as lost. */
export function readFields(fields: Record<string, unknown>): ReadFields {
  // A list of addresses with a comma missing leaves an address among the names.
  const strayPaths = Object.keys(fields).filter((name) => name.startsWith('/'));
  const unknown = Object.keys(fields).filter((name) => !known.has(name) && !strayPaths.includes(name));
  return {
    title: text(fields.title),
    id: typeof fields.id === 'number' || typeof fields.id === 'string' ? String(fields.id) : undefined,
    description: text(fields.description) ?? text(fields.summary),
    updated: day(fields.updated ?? fields.lastmod ?? fields.last_updated ?? fields.modified ?? fields.date),
    keywords: [...new Set([...list(fields.keywords), ...list(fields.tags), ...list(fields.labels)])],
    draft: fields.draft === true || fields.published === false,
    order:
      number(fields.weight ?? fields.order ?? fields.position ?? fields.sidebar_position) ?? menuWeight(fields.menu),
    slug: text(fields.slug),
    aliases: [
      ...list(fields.aliases),
      ...list(fields.redirect_from),
      ...list(fields.url),
      ...list(fields.permalink),
      ...strayPaths,
    ],
    translationKey: text(fields.translationKey),
    notes:
      unknown.length > 0
        ? [
            {
              level: 'lost',
              kind: 'field-dropped',
              detail: `front matter that Signpost has no use for: ${unknown.join(', ').slice(0, 200)}`,
            },
          ]
        : [],
  };
}

/** `2026-05-01` from a date, a day or a time stamp; undefined for anything else. */
export function day(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const date =
    value instanceof Date ? value : typeof value === 'number' ? new Date(value * 1000) : new Date(String(value));
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().slice(0, 10);
  return /^\d{4}-/.test(iso) ? iso : undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).replace(/\s+/g, ' ').trim() || undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function list(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (!Array.isArray(value)) return [];
  return value
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter(Boolean);
}

/** Hugo: `menu: { docs: { weight: 20 } }`. */
function menuWeight(menu: unknown): number | undefined {
  if (typeof menu !== 'object' || menu === null) return undefined;
  const entries = Object.values(menu) as unknown[];
  return entries
    .map((entry) =>
      typeof entry === 'object' && entry !== null ? number((entry as { weight?: unknown }).weight) : undefined,
    )
    .find((weight) => weight !== undefined);
}
