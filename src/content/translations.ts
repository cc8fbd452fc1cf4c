import { type Block, changesSince } from './fingerprint.ts';
import type { Article, HelpCenter } from './types.ts';

/**
 * `complete`: made from the text as it is. `outdated`: its source changed since. `untracked`: there,
 * but without source_hash, so nobody can tell. `missing`: the page shows the default language.
 */
export type TranslationState = 'complete' | 'outdated' | 'untracked' | 'missing';

/** Where one article stands in one language. */
export interface Translation {
  locale: string;
  source: Article;
  state: TranslationState;
  /** The translation, when there is one. */
  article?: Article;
  /** Paragraphs of the source that changed since. */
  changed: Block[];
  /** Paragraphs that are gone from the source. */
  removed: number;
}

/** Every article of the default locale in every other locale; drafts of the source are left out. Ordered by locale, then by file. */
export function translationsOf(center: HelpCenter): Translation[] {
  const { site, articles } = center;
  if (!site) return [];
  const sources = articles.filter(({ locale, draft }) => locale === site.defaultLocale && !draft);
  const locales = site.locales.map(({ code }) => code).filter((code) => code !== site.defaultLocale);
  return locales.flatMap((locale) => {
    const own = articles.filter((article) => article.locale === locale);
    // Of two with one id, which the check reports, the first counts.
    const byId = new Map(own.toReversed().map((article) => [article.id, article]));
    return sources.map((source) => translation(locale, source, byId.get(source.id)));
  });
}

function translation(locale: string, source: Article, article: Article | undefined): Translation {
  const none = { changed: [], removed: 0 };
  if (!article) return { locale, source, state: 'missing', ...none };
  if (article.source_hash === undefined) return { locale, source, article, state: 'untracked', ...none };
  const changes = changesSince(article.source_hash, source, article);
  const state = changes.changed.length > 0 || changes.removed > 0 ? 'outdated' : 'complete';
  return { locale, source, article, state, ...changes };
}
