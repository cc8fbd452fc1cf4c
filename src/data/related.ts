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

/** A list of the home page, under a heading that says why these; empty where there is no reason. */
interface HomeList {
  heading: 'home.popular' | 'home.newest';
  articles: ArticleSummary[];
}

/** What the home page can list: the articles that site.yaml names, else the newest, and the newest themselves. */
export async function homeArticles(locale: string): Promise<Record<'popular' | 'newest', HomeList>> {
  const latest: HomeList = { heading: 'home.newest', articles: newest(await listArticles(locale)) };
  const named: HomeList = { heading: 'home.popular', articles: await articlesById(locale, site.popular) };
  return { popular: site.popular.length > 0 ? named : latest, newest: latest };
}
