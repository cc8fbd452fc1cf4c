import { search } from 'virtual:signpost/search';
import { ownValue } from '../site/own-value.ts';
import { newest } from './arrange.ts';
import { type ArticlePage, type ArticleSummary, articlesById, listArticles } from './articles.ts';
import { site } from './site.ts';

const SHOWN = 4;

/** The articles that a reader of `page` may want next: those its writer named, else the nearest in meaning. */
export async function relatedTo(page: ArticlePage): Promise<ArticleSummary[]> {
  const ids = page.related.length > 0 ? page.related : (ownValue(search().related[page.original] ?? {}, page.id) ?? []);
  return (await articlesById(page.locale, ids)).slice(0, SHOWN);
}

/** What the home page lists below its topics, under a heading that says why these; nothing where there is no reason. */
export async function homeArticles(
  locale: string,
): Promise<{ heading: 'home.popular' | 'home.newest'; articles: ArticleSummary[] }> {
  return site.popular.length > 0
    ? { heading: 'home.popular', articles: await articlesById(locale, site.popular) }
    : { heading: 'home.newest', articles: newest(await listArticles(locale)) };
}
