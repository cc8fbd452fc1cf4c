import type { HelpCenter } from '../content/types.ts';
import { siteUrls, WIDGET_SCRIPT, withoutSlash } from '../site/urls.ts';

const urls = siteUrls();

/** Pages that every locale has, below its own. */
const LOCALE_PAGES: ((locale: string) => string)[] = [
  urls.home,
  urls.contact,
  urls.search,
  urls.az,
  urls.agents,
  urls.counting,
  urls.widget,
  urls.feed,
];
/** Pages outside the locales. */
const SITE_PAGES = [
  '/',
  '/search/',
  '/404.html',
  `/${WIDGET_SCRIPT}`,
  '/sitemap.xml',
  '/sitemap-index.xml',
  '/llms.txt',
  '/robots.txt',
];

/** Every path of the built site that a link may name, without the base path, beginning with a slash. */
export function sitePaths(center: HelpCenter): Set<string> {
  const locales = center.site?.locales.map(({ code }) => code) ?? [];
  const paths = new Set(SITE_PAGES);
  for (const locale of locales) {
    for (const page of LOCALE_PAGES) paths.add(page(locale));
    for (const page of [...center.articles, ...center.broken]) {
      if (page.locale !== locale && page.locale !== center.site?.defaultLocale) continue;
      const place = { ...page, locale };
      paths.add(urls.category(locale, page.category)).add(urls.article(place)).add(urls.articleMarkdown(place));
    }
  }
  for (const { id } of center.articles) paths.add(urls.permalink(id));
  for (const { aliases } of [...center.articles, ...center.categories])
    for (const alias of aliases) paths.add(alias).add(`${withoutSlash(alias)}/`);
  return paths;
}
