import { search } from 'virtual:signpost/search';
import { ownValue } from '../site/own-value.ts';
import { type ArticlePage, type ArticleSummary, articlesById, listArticles } from './articles.ts';
import { site } from './site.ts';

const SHOWN = 4;

/** The articles that a reader of `page` may want next: those its writer named, else the nearest in meaning. */
export async function relatedTo(page: ArticlePage): Promise<ArticleSummary[]> {
  const ids = page.related.length > 0 ? page.related : (ownValue(search().related[page.original] ?? {}, page.id) ?? []);
  return (await articlesById(page.locale, ids)).slice(0, SHOWN);
}

/** The articles the owner calls popular; without any, the most recently updated ones. */
export async function popular(locale: string): Promise<ArticleSummary[]> {
  if (site.popular.length > 0) return articlesById(locale, site.popular);
  const time = (article: ArticleSummary) => article.updated?.getTime() ?? 0;
  return (await listArticles(locale)).toSorted((a, b) => time(b) - time(a)).slice(0, 6);
}
