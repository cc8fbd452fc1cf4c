import type { Article, HelpCenter } from './types.ts';

/** The articles that visitors can find: neither drafts nor unlisted ones. */
export function publishedArticles({ articles }: HelpCenter): Article[] {
  return articles.filter((article) => !article.draft && !article.unlisted);
}
