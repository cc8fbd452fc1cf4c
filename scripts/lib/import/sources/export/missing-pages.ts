import type { Note } from '../source.ts';
import type { HelpDesk, RecordKind } from './help-desk.ts';
import type { JsonPage, JsonRecord } from './json-records.ts';

/**
 * Says when pages of a list were not saved: APIs give 25 to 100 articles at a time and say how many there are in all,
 * or that more follow. Whoever saves the first page only would lose the others without a word.
 */
export function missingPages(
  pages: JsonPage[],
  kindOf: (record: JsonRecord) => RecordKind | undefined,
  desk: Pick<HelpDesk, 'name'>,
): Note[] {
  const lists = new Map<RecordKind, { ids: Set<string>; total: number; more: boolean; last: boolean }>();
  const listOf = (kind: RecordKind): { ids: Set<string>; total: number; more: boolean; last: boolean } => {
    const list = lists.get(kind) ?? { ids: new Set(), total: 0, more: false, last: false };
    lists.set(kind, list);
    return list;
  };
  for (const { records, whole } of pages) {
    // Lists of sections and categories may come along with the articles, which the count is of then.
    const main = records.find((record) => kindOf(record) === 'article') ?? records.find((record) => kindOf(record));
    const kind = main && kindOf(main);
    if (!kind) continue;
    const list = listOf(kind);
    // Results of a search are counted together, whatever they are.
    for (const { list: name, record } of records)
      if (name === main.list) list.ids.add(`${record.id} ${record.result_type}`);
    list.total = Math.max(list.total, whole.total ?? 0);
    if (whole.more === true) list.more = true;
    if (whole.more === false) list.last = true;
  }
  return [...lists].flatMap(([kind, { ids, total, more, last }]): Note[] => {
    const known = total > ids.size;
    if (!known && !(more && !last)) return [];
    return [
      {
        level: 'lost',
        kind: 'pages-missing',
        detail: `${known ? `${ids.size} of ${total}` : `Not all`} ${pluralOf[kind]} of ${desk.name} are in these files: ${known ? 'its answers say how many there are' : 'the last page that was saved says that more follow'}. Save all pages, and import again.`,
      },
    ];
  });
}

const pluralOf: Record<RecordKind, string> = {
  article: 'articles',
  translation: 'translations',
  section: 'sections',
  category: 'categories',
  collection: 'collections',
  placeholder: 'items of dynamic content',
  locale: 'languages',
};
