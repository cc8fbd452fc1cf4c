import type { Article, HelpCenter } from '../../../src/content/types.ts';

/** The full address of an article's page; of its path when site.yaml gives no address. */
export function addressOfArticle({ site }: HelpCenter, { locale, category, slug }: Pick<Article, 'locale' | 'category' | 'slug'>): string {
  const path = `${site?.base ?? '/'}${locale}/${category}/${slug}/`;
  return site ? new URL(path, site.url).href : path;
}

/** The permanent link of an article or of one of its sections: it leads on in the reader's language, however the article is renamed or moved. */
export function permanentLink({ site }: HelpCenter, id: string, anchor: string): string {
  const path = `${site?.base ?? '/'}a/${id}/${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
  return site ? new URL(path, site.url).href : path;
}
