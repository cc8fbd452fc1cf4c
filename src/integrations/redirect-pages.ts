import { createAliasPlaces, pageFile } from '../check/alias-places.ts';
import type { Article, HelpCenter } from '../content/types.ts';
import { translator } from '../i18n/translator.ts';
import { directionOf, languageTag } from '../schemas/locale.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { escapeHtml } from '../site/escape-html.ts';
import { fullUrl, placeOf, siteUrls } from '../site/urls.ts';

/** An alias, below the base, and the page it leads to. Both are paths from the root of the host, not percent-encoded. */
export interface Redirect {
  from: string;
  to: string;
  locale: string;
  /** Title of the new page. */
  title: string;
  /** The file of its own page, relative to the built site. */
  file: string;
}

/** All that such a page does is to lead on: of the site's policy it needs only the script. */
const POLICY = "default-src 'none'; script-src 'self'; form-action 'none'; base-uri 'none'";

/**
 * Where the `aliases` of articles and categories lead; drafts have no page to lead to. Of two that
 * have the same alias the first wins, those of the default language before others, and a page
 * or a file of the site itself is never replaced. An address in a language that shows the article of the default one leads
 * to the page in that language.
 */
export function redirectsOf(center: HelpCenter): Redirect[] {
  const { articles, categories, site } = center;
  const urls = siteUrls(site?.base);
  const built = articles.filter((article) => isBuilt(article));
  const written = new Map<string, Set<string>>();
  for (const { id, locale } of built) written.set(id, (written.get(id) ?? new Set()).add(locale));
  const pages = [
    ...built
      .filter(({ aliases }) => aliases.length > 0)
      .flatMap((article) => {
        const shownIn = localesWithout(article, center, written.get(article.id)!);
        const { own, elsewhere } = aliasesByLocale(article, shownIn);
        return [
          { ...article, aliases: own, to: urls.article(article) },
          ...elsewhere.map((one) => ({ ...article, ...one, to: urls.article({ ...article, ...one }) })),
        ];
      }),
    ...categories.map((category) => ({ ...category, to: urls.category(category.locale, category.slug) })),
  ];
  const later = ({ locale }: { locale: string }): number => Number(locale !== site?.defaultLocale);
  pages.sort((a, b) => later(a) - later(b));
  const claim = createAliasPlaces<string>({ ...center, articles: built });
  return pages.flatMap(({ aliases, to, locale, title }) =>
    aliases.flatMap((alias) => {
      const clash = claim(alias, to);
      if (clash && !clash.nearly) return [];
      const slash = /\/(?:index\.html)?$/.test(alias) ? '/' : '';
      return [{ from: urls.path(placeOf(alias) + slash), to, locale, title, file: pageFile(alias) }];
    }),
  );
}

/** The locales whose pages show an article of the default one, since they have none of their own. */
function localesWithout({ locale }: Article, { site }: HelpCenter, written: ReadonlySet<string>): string[] {
  if (!site || locale !== site.defaultLocale) return [];
  return site.locales.map(({ code }) => code).filter((code) => !written.has(code));
}

/** An article's own old addresses, and those of the pages in other languages that showed it there: `/ko/…` beside `/en/…`. */
function aliasesByLocale(
  { aliases, locale }: Article,
  shownIn: readonly string[],
): { own: string[]; elsewhere: { locale: string; aliases: string[] }[] } {
  const isIn = (code: string) => (alias: string) => alias.startsWith(`/${code}/`);
  return {
    own: aliases.filter((alias) => !shownIn.some((code) => isIn(code)(alias))),
    elsewhere: shownIn.map((code) => ({
      locale: code,
      aliases: [
        ...aliases.filter(isIn(code)),
        ...aliases.filter(isIn(locale)).map((alias) => alias.replace(/^\/[^/]+/, `/${code}`)),
      ],
    })),
  };
}

/** The page of a redirect: it forwards, and says so where forwarding is switched off. */
export function redirectPage({ to, locale, title }: Omit<Redirect, 'file'>, { site, strings }: HelpCenter): string {
  const t = translator(locale, strings);
  const address = encodeURI(to);
  const direction = directionOf(site?.locales.find(({ code }) => code === locale) ?? { code: locale });
  const canonical = site ? `<link rel="canonical" href="${escapeHtml(fullUrl(address, site))}">` : '';
  return `<!doctype html>
<html lang="${escapeHtml(languageTag(locale))}" dir="${direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
${canonical}
<script src="${escapeHtml(siteUrls(site?.base).file('moved.js'))}" data-to="${escapeHtml(address)}"></script>
<meta http-equiv="refresh" content="0; url=${escapeHtml(address)}">
<p>${escapeHtml(t('moved.text'))} <a href="${escapeHtml(address)}">${escapeHtml(title)}</a></p>
</html>
`;
}
