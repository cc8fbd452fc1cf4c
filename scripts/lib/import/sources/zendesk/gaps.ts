import type { Note, Skipped, SourceSite } from '../source.ts';
import type { ZendeskExport } from './collect.ts';
import type { ZendeskArticle } from './schema.ts';

/** Says which files an export lacks: without sections and categories all articles stand in one heap. */
export function missingGroups(articles: ZendeskArticle[], data: ZendeskExport): Note[] {
  const without = articles.filter(({ section_id }) => section_id && !data.sections.has(section_id));
  const orphans = [...data.sections.values()]
    .map(([section]) => section)
    .filter((section) => section?.category_id && !data.categories.has(section.category_id));
  const notes: Note[] = [];
  if (without.length > 0)
    notes.push({
      level: 'lost',
      kind: 'sections-missing',
      detail: `${without.length} article${without.length === 1 ? ' names a section' : 's name sections'} that no file tells about (${someOf(without.flatMap(({ section_id }) => section_id ?? []))}), and ${without.length === 1 ? 'stands' : 'stand'} under General without one. Save /api/v2/help_center/sections.json and categories.json too, into the same folder, name that folder, and import again.`,
    });
  if (orphans.length > 0)
    notes.push({
      level: 'lost',
      kind: 'categories-missing',
      detail: `${orphans.length === 1 ? '1 section names a category' : `${orphans.length} sections name categories`} that no file tells about (${someOf(orphans.flatMap((section) => section?.category_id ?? []))}), and ${orphans.length === 1 ? 'stands' : 'stand'} under General. Save /api/v2/help_center/categories.json too, into the same folder, and import again.`,
    });
  return notes;
}

/** Names, by their numbers, the sections and categories that did not come over because none of their articles did. */
export function emptyGroups(site: SourceSite, usedSections: ReadonlySet<string>, data: ZendeskExport): Skipped[] {
  const used = new Set(site.categories.map(({ key }) => key));
  return (['sections', 'categories'] as const).flatMap((kind): Skipped[] => {
    const empty = [...data[kind].keys()].filter((id) => !(kind === 'sections' ? usedSections : used).has(id));
    if (empty.length === 0) return [];
    return [
      {
        origin: `${empty.length} ${empty.length === 1 ? (kind === 'sections' ? 'section' : 'category') : kind}`,
        reason: 'not-an-article',
        detail: `no article that came over is in ${empty.length === 1 ? 'it' : 'them'} (${someOf(empty)})`,
      },
    ];
  });
}

function someOf(ids: Iterable<string>): string {
  const all = [...new Set(ids)];
  return `${all.slice(0, 8).join(', ')}${all.length > 8 ? ` and ${all.length - 8} more` : ''}`;
}
