import type { HelpCenter } from '../content/types.ts';

/** Pages that every locale has, below its own. */
const LOCALE_PAGES = ['', 'contact/', 'search/', 'a-z/', 'agents/', 'counting/', 'widget/', 'rss.xml'];
/** Pages outside the locales. */
const SITE_PAGES = ['/', '/search/', '/404.html', '/widget.js', '/sitemap.xml', '/sitemap-index.xml', '/llms.txt', '/robots.txt'];

/** Every path of the built site that a link may name, without the base path, beginning with a slash. */
export function sitePaths(center: HelpCenter): Set<string> {
  const locales = center.site?.locales.map(({ code }) => code) ?? [];
  const paths = new Set(SITE_PAGES);
  for (const locale of locales) {
    for (const page of LOCALE_PAGES) paths.add(`/${locale}/${page}`);
    for (const page of [...center.articles, ...center.broken]) {
      if (page.locale !== locale && page.locale !== center.site?.defaultLocale) continue;
      paths.add(`/${locale}/${page.category}/`).add(`/${locale}/${page.category}/${page.slug}/`).add(`/${locale}/${page.category}/${page.slug}.md`);
    }
  }
  for (const { id } of center.articles) paths.add(`/a/${id}/`);
  for (const { aliases } of [...center.articles, ...center.categories]) for (const alias of aliases) paths.add(alias).add(alias.replace(/\/?$/, '/'));
  return paths;
}
