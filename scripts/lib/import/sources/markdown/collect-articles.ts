import { idFromPath, isPermanentId } from '../../../naming/permanent-id.ts';
import type { SourceArticle } from '../source.ts';
import { withoutMarks } from '../value-marks.ts';
import { type Shelves, titleFromName, titleOf } from './arrange.ts';
import type { MarkdownSite, Page } from './system.ts';

/** The articles of the pages, in the order of their places. A folder's own page without text lists what is below it. */
export function collectArticles(site: MarkdownSite, pages: Page[], shelves: Shelves): SourceArticle[] {
  const ids = new Set<string>();
  const placeOf = (page: Page): number => shelves.of(page).order ?? page.fields.order ?? 1e9;
  const ordered = pages.toSorted((one, other) => placeOf(one) - placeOf(other));
  return ordered.flatMap((page) => {
    const shelf = shelves.of(page);
    const isBeside = (other: Page): boolean =>
      other !== page && other.locale === page.locale && shelves.of(other).category === shelf.category;
    // A category's own page without text is the category's page, which only one with articles has.
    const empty = page.isIndex && !page.body.trim();
    if (empty && page.category && page.sections.length === 0 && pages.some(isBeside)) return [];
    const [address, ...others] = site.addresses(page);
    const last = page.name.split('/').at(-1);
    return [
      {
        id: freeId(page, ids),
        locale: page.locale,
        category: shelf.category,
        section: shelf.section,
        order: shelf.order ?? page.fields.order,
        title: titleOf(page) ?? titleFromName(last || page.file),
        // Where addresses come from file names, the new address stays close to the old one.
        slug: page.fields.slug ?? (address === undefined ? undefined : last || undefined),
        format: page.html ? ('html' as const) : ('markdown' as const),
        body: empty ? childLinks(page, ordered) : page.body,
        written: withoutMarks(page.written),
        description: page.fields.description,
        updated: page.fields.updated,
        keywords: [...page.fields.keywords, ...(site.namesAreAddresses ? [] : page.fields.otherNames)],
        related: [],
        draft: page.fields.draft,
        unlisted: page.fields.unlisted,
        publishAt: page.fields.publishAt,
        expiresAt: page.fields.expiresAt,
        aliases: [
          ...page.fields.aliases,
          ...(site.namesAreAddresses ? page.fields.otherNames : []),
          ...(address === undefined ? [] : [address, ...others]),
        ],
        paths: [
          ...(site.paths?.(page) ?? []),
          ...(page.isIndex ? [`/${page.file.split('/').slice(0, -1).join('/')}`] : []),
        ],
        origin: page.file,
        folder: page.file.split('/').slice(0, -1).join('/'),
        address,
        notes: page.notes,
        parts: page.parts,
      },
    ];
  });
}

/** The id that a page asks for, else one made of its path; another one when that is taken. */
function freeId(page: Page, taken: Set<string>): string {
  const wished = page.fields.id?.toLowerCase();
  if (page.fields.id && !(wished && isPermanentId(wished)))
    page.notes.push({
      level: 'changed',
      kind: 'id-replaced',
      detail: `its id ${page.fields.id.slice(0, 80)} has other characters than Signpost’s`,
    });
  let id = wished && isPermanentId(wished) ? wished : idFromPath(page.fields.translationKey ?? (page.name || 'home'));
  if (taken.has(`${page.locale}/${id}`)) {
    const other = idFromPath(`${page.name}#2`);
    page.notes.push({
      level: 'changed',
      kind: 'id-replaced',
      detail: `its id ${id} was taken by another article; it is now ${other}`,
    });
    id = other;
  }
  taken.add(`${page.locale}/${id}`);
  return id;
}

function childLinks(page: Page, pages: Page[]): string {
  const children = pages.filter(
    (other) =>
      other !== page &&
      other.locale === page.locale &&
      other.name.startsWith(page.name ? `${page.name}/` : '') &&
      titleOf(other),
  );
  return children
    .map((child) => `- [${titleOf(child)?.replace(/([[\]])/g, '\\$1')}](/${encodeURI(child.name)})`)
    .join('\n');
}
