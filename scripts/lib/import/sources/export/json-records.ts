import { isRecord, type RawRecord } from '../records.ts';

/** One record of an export: an article, a section, or whatever else stands in a list of one. */
export interface JsonRecord {
  /** The file that it stands in. */
  file: string;
  /** What the list that it stands in says it is, in the singular, such as `article`; '' when that says nothing. */
  list: string;
  /** True when it stands in `{"articles": {"items": […]}}`, as Help Scout writes its lists. */
  inItems: boolean;
  record: RawRecord;
}

/** What a file holds, taken apart: a page of an API, several of them, or anything else. */
export interface JsonPage {
  file: string;
  records: JsonRecord[];
  /** What the page says about the whole list that it is a page of. */
  whole: { total?: number; more?: boolean };
  /** Entries of its lists that are no records, such as numbers. */
  strays: number;
  /** The names of its fields at the top, for a message. */
  fields: string[];
}

/** Lists whose name does not tell what is in them. */
const nameless = new Set(['results', 'data', 'items', 'records', 'hits', 'nodes', 'entries', 'list', 'response']);

/** Deepest place of a list in a page: `{"response": {"data": {"articles": {"items": […]}}}}`. */
const deepest = 5;

/**
 * The records of the values of a file, in whichever form an API or somebody's script has wrapped them: a bare list, a single record,
 * `{"articles": […]}`, `{"article": {…}}`, `{"results": […]}`, `{"data": […]}`, `{"articles": {"items": […]}}`,
 * or a list of such pages.
 */
export function takeApart(file: string, values: unknown[]): JsonPage {
  const fields = [...new Set(values.flatMap((value) => (isRecord(value) ? Object.keys(value) : [])))];
  const page: JsonPage = { file, records: [], whole: {}, strays: 0, fields };
  for (const value of values) descend(value, { list: '', inItems: false }, 0, page);
  return page;
}

function descend(value: unknown, place: Pick<JsonRecord, 'list' | 'inItems'>, depth: number, page: JsonPage): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const one of value) {
      if (!isRecord(one)) page.strays++;
      else if (isWrapper(one)) descend(one, place, depth + 1, page);
      else page.records.push({ ...place, file: page.file, record: one });
    }
    return;
  }
  if (!isRecord(value)) return;
  if (isItself(value)) {
    page.records.push({ ...place, file: page.file, record: value });
    return;
  }
  noteWhole(value, page);
  for (const [name, inner] of Object.entries(value)) {
    const list = nameless.has(name) ? place.list : singular(name);
    if (Array.isArray(inner) ? inner.some(isRecord) || known.has(list) : isRecord(inner) && holdsRecords(name, inner))
      descend(inner, { list, inItems: name === 'items' && place.list !== '' }, depth + 1, page);
  }
}

const known = new Set(['article', 'section', 'category', 'collection', 'translation']);

function holdsRecords(name: string, value: RawRecord): boolean {
  return isItself(value) || nameless.has(name) || known.has(singular(name)) || isWrapper(value);
}

/** A record has an id; what only holds lists of them is a page. */
function isItself(value: RawRecord): boolean {
  return 'id' in value;
}

function isWrapper(value: RawRecord): boolean {
  if (['id', 'title', 'name', 'body'].some((name) => name in value)) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (Array.isArray(inner) && inner.length === 0 && known.has(singular(name))) ||
      (Array.isArray(inner) ? inner : [inner]).some(holdsId),
  );
}

function holdsId(value: unknown): boolean {
  return isRecord(value) && ('id' in value || (Array.isArray(value.items) && value.items.some(isRecord)));
}

/** Each API counts in its own words: `count`, `total_count`; `meta.has_more`. */
function noteWhole(value: RawRecord, { whole }: JsonPage): void {
  const total = [value.total_count, value.count].find((one) => typeof one === 'number');
  if (typeof total === 'number') whole.total = Math.max(whole.total ?? 0, total);
  if (isRecord(value.meta) && typeof value.meta.has_more === 'boolean') whole.more = value.meta.has_more;
}

/** `categories` -> `category`; `articles` -> `article`. */
function singular(name: string): string {
  return name.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
}
