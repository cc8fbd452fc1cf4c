import { isBuilt } from '../schemas/publishing.ts';
import type { HelpCenter } from '../content/types.ts';

/** By id and locale: the sections of every article that has a page, in the order of the text. */
export function publishedAnchors({ articles }: HelpCenter): Record<string, Record<string, string[]>> {
  const published: Record<string, Record<string, string[]>> = {};
  for (const article of articles) {
    if (!isBuilt(article)) continue;
    (published[article.id] ??= {})[article.locale] = article.headings.map(({ anchor }) => anchor).filter(Boolean);
  }
  return published;
}
