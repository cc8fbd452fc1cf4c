import type { SourceSite } from '../source.ts';
import type { JsonFiles } from './json-files.ts';
import type { JsonPage, JsonRecord } from './json-records.ts';

/** What the import can use of an export. */
export type RecordKind =
  | 'article'
  | 'translation'
  | 'section'
  | 'category'
  | 'collection'
  /** A text that articles name, and the list of languages that it needs. */
  | 'placeholder'
  | 'locale';

/** The records of an export that one help desk wrote. */
export interface HelpDeskExport extends Pick<JsonFiles, 'root' | 'files' | 'skipped'> {
  of(...kinds: RecordKind[]): JsonRecord[];
}

/** A system whose export is read. */
export interface HelpDesk {
  kind: SourceSite['kind'];
  /** As its maker writes it. */
  name: string;
  /** What a record is, when its fields are those of this system; undefined when they could be anybody's. */
  kindOf(record: JsonRecord): RecordKind | undefined;
  /** What a record is when only its list tells, in a file that is known to be of this system. */
  lists: Partial<Record<string, RecordKind>>;
  read(records: HelpDeskExport, options: { locale?: string }): SourceSite;
}

/** What a record of a help desk is: by its fields, else by the list or the file that it stands in. */
export function kindIn(desk: HelpDesk, record: JsonRecord): RecordKind | undefined {
  const own = desk.kindOf(record);
  if (own) return own;
  if (record.list !== '') return desk.lists[record.list];
  // An answer of a search says what each of its results is.
  if (typeof record.record.result_type === 'string') return undefined;
  const named = /(article|section|category|categorie|collection|translation)s?\b[^/]*$/i.exec(record.file)?.[1];
  return named ? desk.lists[named.toLowerCase().replace('categorie', 'category')] : undefined;
}

/** How many articles of a help desk some pages hold for sure. */
export function articlesOf(desk: HelpDesk, pages: JsonPage[]): number {
  return pages.reduce(
    (sum, page) => sum + page.records.filter((record) => desk.kindOf(record) === 'article').length,
    0,
  );
}

/** True when some record of a page is of this help desk for sure. */
export function isOf(desk: HelpDesk, page: JsonPage): boolean {
  return page.records.some((record) => desk.kindOf(record) !== undefined);
}
