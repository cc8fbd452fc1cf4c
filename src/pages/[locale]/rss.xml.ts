import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { listArticles } from '../../data/articles.ts';
import { absolute, lang, localePaths, site, text, urls } from '../../data/site.ts';
import { siteTitle, translator } from '../../data/strings.ts';

const NEWEST = 50;

export const getStaticPaths = localePaths;

/** New and updated articles, newest first; untranslated ones are in the feed of their own language. */
export const GET: APIRoute = async ({ params }) => {
  const locale = params.locale ?? site.defaultLocale;
  const dated = (await listArticles(locale)).flatMap((article) =>
    article.updated && !article.fallback ? [{ ...article, updated: article.updated }] : [],
  );
  return rss({
    title: translator(locale)('feed.title', { title: siteTitle(text(site.name, locale), locale) }),
    description: text(site.description, locale),
    site: absolute(urls.home(locale)),
    customData: `<language>${lang(locale).toLowerCase()}</language>`,
    items: dated
      .sort((a, b) => b.updated.getTime() - a.updated.getTime())
      .slice(0, NEWEST)
      .map((article) => ({
        title: article.title,
        description: article.description,
        pubDate: article.updated,
        link: absolute(article.href),
      })),
  });
};
