import type { HelpCenter } from '../content/types.ts';
import type { Permalinks } from '../schemas/permalinks.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { emptyRecord, ownValue } from '../site/own-value.ts';
import { follow, formatPermalink } from './permalink-target.ts';

/** By id and locale: the anchors of an article's sections, in the order of the text. */
export type Anchors = Record<string, Record<string, string[]>>;

/** The sections of every article that has a page. */
export function publishedAnchors({ articles }: HelpCenter): Anchors {
  const published: Anchors = emptyRecord();
  for (const article of articles) {
    if (!isBuilt(article)) continue;
    (published[article.id] ??= emptyRecord())[article.locale] = article.headings
      .map(({ anchor }) => anchor)
      .filter(Boolean);
  }
  return published;
}

/** The record with everything that is published now; nothing is ever taken out of it. */
export function withPublished(record: Permalinks, now: Anchors): Permalinks {
  const articles: Anchors = emptyRecord();
  for (const [id, locales] of Object.entries(record.articles))
    articles[id] = Object.assign(emptyRecord<string[]>(), structuredClone(locales));
  for (const [id, locales] of Object.entries(now)) {
    for (const [locale, anchors] of Object.entries(locales)) {
      const known = ((articles[id] ??= emptyRecord())[locale] ??= []);
      known.push(...anchors.filter((anchor) => !known.includes(anchor)));
    }
  }
  return { articles: sorted(articles), moved: collapsed(record.moved) };
}

/**
 * Sections that were renamed where they stand: as many recorded ones are missing as unrecorded ones are
 * new in the same article and language, so the first gone is the first new, and so on.
 */
export function renamedSections({ articles, moved }: Permalinks, now: Anchors): Record<string, string> {
  const renamed = emptyRecord<string>();
  for (const [id, locales] of Object.entries(articles)) {
    for (const [locale, known] of Object.entries(locales)) {
      const present = ownValue(ownValue(now, id) ?? {}, locale);
      if (!present) continue;
      const gone = known.filter(
        (anchor) => !present.includes(anchor) && ownValue(moved, formatPermalink(id, anchor)) === undefined,
      );
      const fresh = present.filter((anchor) => !known.includes(anchor));
      if (gone.length !== fresh.length) continue;
      gone.forEach((anchor, index) => (renamed[formatPermalink(id, anchor)] = formatPermalink(id, fresh[index])));
    }
  }
  return renamed;
}

/** Each former link leads to its end at once, not by way of another former one. */
function collapsed(moved: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(moved).map(([from, to]) => {
      const end = follow(from, moved);
      return [from, end === undefined ? to : end === 'retired' ? end : formatPermalink(end.id, end.anchor)];
    }),
  );
}

function sorted(articles: Anchors): Anchors {
  return Object.fromEntries(Object.entries(articles).sort(([a], [b]) => (a < b ? -1 : 1)));
}
