import { isBuilt } from '../schemas/publishing.ts';
import { OWN_PAGE_ID } from '../site/urls.ts';
import type { Article, HelpCenter } from './types.ts';

/** The articles that visitors can find: built today and not unlisted. */
export function publishedArticles({ articles }: HelpCenter): Article[] {
  return articles.filter((article) => isBuilt(article) && !article.unlisted);
}

/** What the search finds a text by; a page of the owner's own has no category. */
type Searched = Pick<
  Article,
  'id' | 'title' | 'description' | 'keywords' | 'locale' | 'category' | 'slug' | 'sections'
>;

/** All that the site's search finds: the published articles, and the owner's own pages that say so. */
export function searchedTexts(center: HelpCenter): Searched[] {
  const pages = center.ownPages
    .filter(({ search }) => search)
    .map(({ title, description, locale, slug, sections }): Searched => {
      const id = OWN_PAGE_ID + slug;
      const keyed = sections.map((section, index) => ({ ...section, key: `${id}~${index}`, article: id }));
      return { id, title, description, keywords: [], locale, category: '', slug, sections: keyed };
    });
  return [...publishedArticles(center), ...pages];
}
