import { site } from 'virtual:signpost/site';
import type { CountingSettings } from '../schemas/counting.ts';
import { directionOf, type Locale, languageTag } from '../schemas/locale.ts';
import { type Localized, textFor } from '../schemas/localized.ts';
import { fullUrl, type SiteUrls, siteUrls } from '../site/urls.ts';

export { favicon, logo, touchIcon } from 'virtual:signpost/brand';
/** What the head of every page begins with: the policy, the scripts that it allows pages to hold, and who may frame them. */
export { inlineScripts, pageKinds } from 'virtual:signpost/head';
export { site };

/** The addresses of this site's pages and files. */
export const urls: SiteUrls = siteUrls(site.base);

/** The full address of a page of this site, for canonical links, feeds and previews. */
export function absolute(href: string): string {
  return fullUrl(href, site);
}

export const locales: Locale[] = site.locales;
export const defaultLocale: string = site.defaultLocale;

/** An owner's text in the locale of the page. */
export function text(value: Localized, locale: string): string {
  return textFor(value, locale, site.defaultLocale);
}

export function isRtl(locale: string): boolean {
  return directionOf(locales.find(({ code }) => code === locale) ?? { code: locale }) === 'rtl';
}

/** The attributes of an element whose text is in another language than its page; none in the same. */
export interface WrittenIn {
  lang?: string;
  /** Where it runs the other way. */
  dir?: 'ltr' | 'rtl';
}

/** What an element says about its text, written in `original`, on a page of `locale`. */
export function writtenIn(original: string, locale: string): WrittenIn {
  if (original === locale) return {};
  const dir = isRtl(original) ? 'rtl' : 'ltr';
  return { lang: languageTag(original), ...(isRtl(original) !== isRtl(locale) && { dir }) };
}

/** The value of the `lang` attribute: `zh-cn` gives `zh-CN`. */
export const lang = languageTag;

/** One page for each locale, for `getStaticPaths`. */
export function localePaths() {
  return locales.map(({ code }) => ({ params: { locale: code } }));
}

/** What the scripts of a page are told about counting, as JSON in `data-counting` of the body; undefined when nothing is sent. */
export const countingData: string | undefined =
  site.counting && JSON.stringify(site.counting satisfies CountingSettings);
