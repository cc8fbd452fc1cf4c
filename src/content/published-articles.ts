import { isBuilt } from '../schemas/publishing.ts';
import type { Article, HelpCenter } from './types.ts';

/** The articles that visitors can find: built today and not unlisted. */
export function publishedArticles({ articles }: HelpCenter): Article[] {
  return articles.filter((article) => isBuilt(article) && !article.unlisted);
}
