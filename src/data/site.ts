import { site } from 'virtual:signpost/site';
import { type Locale, languageTag } from '../schemas/locale.ts';
import { type Localized, textFor } from '../schemas/localized.ts';

export { site };
export { favicon, logo } from 'virtual:signpost/brand';

export const locales: Locale[] = site.locales;
export const defaultLocale: string = site.defaultLocale;

/** An owner's text in the locale of the page. */
export function text(value: Localized, locale: string): string {
  return textFor(value, locale, site.defaultLocale);
}

export function isRtl(locale: string): boolean {
  return locales.find((one) => one.code === locale)?.dir === 'rtl';
}

/** The value of the `lang` attribute: `zh-cn` gives `zh-CN`. */
export const lang = languageTag;
