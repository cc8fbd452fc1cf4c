import type { Permalinks } from '../schemas/permalinks.ts';
import { ownValue } from '../site/own-value.ts';
import { follow, formatPermalink, parsePermalink, sectionUrls, type Version } from './permalink-target.ts';
import type { Anchors } from './record.ts';

/** Where a link leads: by section, '' for the whole, and by language. Nothing for what was taken out of service. */
export type Targets = Record<string, Record<string, string>>;

/** What stands at a permalink. */
export interface PermalinkPage {
  id: string;
  /** By anchor, '' for the whole: by locale, the address. Empty when the article was retired. */
  targets: Targets;
  /** By locale, the title of the article. */
  titles: Record<string, string>;
}

/** An article in a language that it is written in. */
export interface WrittenArticle {
  id: string;
  locale: string;
  href: string;
  title: string;
}

/** What stands at the permalink of every id there is or ever was; an id that leads nowhere is left out, and the content check reports it. */
export function permalinkPages(
  articles: readonly WrittenArticle[],
  { articles: recorded, moved }: Permalinks,
  anchors: Anchors,
): PermalinkPage[] {
  const written = Map.groupBy(articles, ({ id }) => id);
  const movedSections = Map.groupBy(Object.keys(moved).map(parsePermalink), ({ id }) => id);
  const ids = new Set([...written.keys(), ...Object.keys(recorded), ...movedSections.keys()]);

  function versionsOf(id: string): Record<string, Version> | undefined {
    const own = written.get(id);
    return (
      own &&
      Object.fromEntries(
        own.map(({ locale, href }) => [locale, { href, anchors: ownValue(anchors, id)?.[locale] ?? [] }]),
      )
    );
  }

  function toPage(id: string): PermalinkPage | undefined {
    const whole = follow(id, moved);
    if (whole === 'retired') return { id, targets: {}, titles: {} };
    const versions = whole && versionsOf(whole.id);
    if (!whole || !versions) return undefined;
    const known = [
      ...Object.values(ownValue(recorded, id) ?? {}),
      ...Object.values(ownValue(anchors, id) ?? {}),
    ].flat();
    const former = (movedSections.get(id) ?? []).map(({ anchor }) => anchor).filter(Boolean);
    const targets = Object.fromEntries(
      ['', ...new Set([...known, ...former])].map((anchor) => {
        const end = follow(formatPermalink(id, anchor), moved);
        // A retired or missing section still leads to the article it was in.
        const there = end && end !== 'retired' ? versionsOf(end.id) : undefined;
        return [anchor, there && end !== 'retired' ? sectionUrls(there, end!.anchor) : sectionUrls(versions, '')];
      }),
    );
    const titles = Object.fromEntries((written.get(whole.id) ?? []).map(({ locale, title }) => [locale, title]));
    return { id, targets, titles };
  }

  return [...ids].map(toPage).filter((page) => page !== undefined);
}
