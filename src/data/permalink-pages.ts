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
  const ids = new Set([
    ...pages.map((page) => page.id),
    ...Object.keys(record.articles),
    ...Object.keys(record.moved).map((link) => parsePermalink(link).id),
  ]);
  return [...ids].map((id) => toPage(id, pages)).filter((page) => page !== undefined);
}

/** Undefined for an id that leads nowhere; the content check reports it. */
function toPage(id: string, pages: ArticlePage[]): PermalinkPage | undefined {
  const known = [
    ...Object.values(ownValue(record.articles, id) ?? {}),
    ...Object.values(ownValue(anchors, id) ?? {}),
  ].flat();
  const moved = Object.keys(record.moved)
    .map(parsePermalink)
    .filter((link) => link.id === id && link.anchor)
    .map(({ anchor }) => anchor);
  const whole = follow(id, record.moved);
  if (whole === 'retired') return { id, targets: {}, titles: {} };
  const versions = whole && versionsOf(whole.id, pages);
  if (!whole || !versions) return undefined;
  const targets = Object.fromEntries(
    ['', ...new Set([...known, ...moved])].map((anchor) => {
      const end = follow(formatPermalink(id, anchor), record.moved);
      // A retired or missing section still leads to the article it was in.
      const there = end && end !== 'retired' ? versionsOf(end.id, pages) : undefined;
      return [anchor, there && end !== 'retired' ? sectionUrls(there, end!.anchor) : sectionUrls(versions, '')];
    }),
  );
  return {
    id,
    targets,
    titles: Object.fromEntries(pages.filter((page) => page.id === whole.id).map((page) => [page.locale, page.title])),
  };
}

function versionsOf(id: string, pages: ArticlePage[]): Record<string, Version> | undefined {
  const own = pages.filter((page) => page.id === id);
  if (own.length === 0) return undefined;
  return Object.fromEntries(
    own.map((page) => [page.locale, { href: page.href, anchors: ownValue(anchors, id)?.[page.locale] ?? [] }]),
  );
}
