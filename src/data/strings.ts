import { ownStrings } from 'virtual:signpost/strings';
import * as languages from '../i18n/languages.ts';
import * as titles from '../i18n/site-title.ts';
import * as translators from '../i18n/translator.ts';

// The interface's texts as this site says them: what pages and components ask instead of i18n, which knows no owner.

/** The translator of a locale, with the owner's texts. */
export function translator(locale: string): translators.Translator {
  return translators.translator(locale, ownStrings);
}

/** All interface texts of a locale, for what a page gives its scripts. */
export function stringsOf(locale: string): languages.StringFile {
  return languages.stringsOf(locale, ownStrings);
}

/** What the site calls itself: “Acme Help” of “Acme”, and “Acme Help Center” as it is. */
export function siteTitle(name: string, locale: string): string {
  return titles.siteTitle(name, locale, ownStrings);
}

/** Whether the name of the site says by itself that it is a help center. */
export function namesHelp(name: string): boolean {
  return titles.namesHelp(name, ownStrings);
}
