import type { SourceSite } from '../source.ts';
import type { ZendeskExport } from './collect.ts';
import type { ZendeskArticle, ZendeskGroup } from './schema.ts';

/** Gives articles the places that they have in their section, unless all of it are in one: then Zendesk sorted them by title. */
export function keepPlaces(site: SourceSite, drafts: readonly { source: ZendeskArticle }[]): void {
  const sections = Map.groupBy(new Set(drafts.map(({ source }) => source)), ({ section_id }) => section_id);
  const places = new Map(
    [...sections.values()]
      .filter((articles) => articles.some(({ position }) => position !== articles[0]!.position))
      .flatMap((articles) => articles.map(({ id, position }) => [id, position])),
  );
  for (const article of site.articles) article.order = places.get(article.id);
}

/** A section and those around it, the innermost first; a circle ends where it closes. */
export function ancestry(id: string | undefined, sections: ZendeskExport['sections']): ZendeskGroup[][] {
  const found: ZendeskGroup[][] = [];
  const seen = new Set<string>();
  for (let next = id; next && !seen.has(next); next = found.at(-1)?.[0]?.parent_section_id ?? undefined) {
    seen.add(next);
    const versions = sections.get(next);
    if (!versions) break;
    found.push(versions);
  }
  return found;
}

/** A number that sorts articles as Zendesk shows them: by section, then by their own position. */
export function place(article: ZendeskArticle, data: ZendeskExport): number {
  const section = article.section_id ? (data.sections.get(article.section_id)?.[0]?.position ?? 0) : 1e6;
  return section * 1e5 + article.position;
}
