import type { HelpCenter } from '../content/types.ts';
import { follow } from '../permalinks/permalink-target.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { siteUrls } from '../site/urls.ts';

/**
 * Lines of `_redirects` for hosts that choose by language (Netlify's `Language=`): the article in each
 * language it is written in, and former ids to the present one. Other hosts skip such lines and
 * serve the pages at /a/, which choose by themselves.
 */
export function permalinkLanguageLines({ articles, permalinks, site }: HelpCenter): string[] {
  const urls = siteUrls(site?.base);
  const chosen = articles
    .filter((article) => isBuilt(article))
    // The default language comes last: whoever prefers another one often reads it too.
    .sort((a, b) => Number(a.locale === site?.defaultLocale) - Number(b.locale === site?.defaultLocale))
    .map(
      (article) =>
        `${urls.permalink(article.id)} ${encodeURI(urls.article(article))} 302! Language=${article.locale.split('-')[0]}`,
    );
  const former = Object.keys(permalinks.moved)
    .filter((link) => !link.includes('#'))
    .flatMap((id) => {
      const end = follow(id, permalinks.moved);
      return end && end !== 'retired' ? [`${urls.permalink(id)} ${urls.permalink(end.id)} 301`] : [];
    });
  return [...chosen, ...former];
}
