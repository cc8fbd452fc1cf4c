import { anchors, record } from 'virtual:signpost/permalinks';
import { follow, formatPermalink, parsePermalink, sectionUrls, type Version } from '../permalinks/permalink-target.ts';
import { ownValue } from '../site/own-value.ts';
import { type ArticlePage, articlePages } from './articles.ts';

/** The page at a permalink: where each of its sections leads, by language. */
export interface PermalinkPage {
  id: string;
  /** By anchor, '' for the whole: by locale, the address. Empty when the article was retired. */
  targets: Record<string, Record<string, string>>;
  /** By locale, the title of the article. */
  titles: Record<string, string>;
}

/** A page for every id there is or ever was. */
export async function permalinkPages(): Promise<PermalinkPage[]> {
  const pages = (await articlePages()).filter((page) => !page.fallback);
  const byId = Map.groupBy(pages, (page) => page.id);
  const moved = Map.groupBy(Object.keys(record.moved).map(parsePermalink), (link) => link.id);
  const ids = new Set([...byId.keys(), ...Object.keys(record.articles), ...moved.keys()]);
  return [...ids].map((id) => toPage(id, byId, moved.get(id) ?? [])).filter((page) => page !== undefined);
}

/** Undefined for an id that leads nowhere; the content check reports it. */
function toPage(
  id: string,
  pages: ReadonlyMap<string, readonly ArticlePage[]>,
  formerly: readonly { anchor: string }[],
): PermalinkPage | undefined {
  const known = [
    ...Object.values(ownValue(record.articles, id) ?? {}),
    ...Object.values(ownValue(anchors, id) ?? {}),
  ].flat();
  const moved = formerly.map(({ anchor }) => anchor).filter(Boolean);
  const whole = follow(id, record.moved);
  if (whole === 'retired') return { id, targets: {}, titles: {} };
  const versions = whole && versionsOf(pages.get(whole.id));
  if (!whole || !versions) return undefined;
  const targets = Object.fromEntries(
    ['', ...new Set([...known, ...moved])].map((anchor) => {
      const end = follow(formatPermalink(id, anchor), record.moved);
      // A retired or missing section still leads to the article it was in.
      const there = end && end !== 'retired' ? versionsOf(pages.get(end.id)) : undefined;
      return [anchor, there && end !== 'retired' ? sectionUrls(there, end!.anchor) : sectionUrls(versions, '')];
    }),
  );
  return {
    id,
    targets,
    titles: Object.fromEntries((pages.get(whole.id) ?? []).map((page) => [page.locale, page.title])),
  };
}

function versionsOf(pages: readonly ArticlePage[] | undefined): Record<string, Version> | undefined {
  return (
    pages &&
    Object.fromEntries(
      pages.map(({ id, locale, href }) => [locale, { href, anchors: ownValue(anchors, id)?.[locale] ?? [] }]),
    )
  );
}
