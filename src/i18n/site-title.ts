import { languages } from './languages.ts';
import { translator } from './translator.ts';

/** Whether the name of a site says by itself that it is a help center: “Acme Help”, “도움말 센터”. */
export function namesHelp(name: string): boolean {
  return Object.values(languages).some((strings) => {
    const word = strings['nav.breadcrumbsHome'];
    // Scripts without spaces have no word's end to look for.
    return word && new RegExp(`(?<!\\p{Script=Latin})${word}(?!\\p{Script=Latin})`, 'iu').test(name);
  });
}

/** What a site calls itself: “Acme Help” of “Acme”, and “Acme Help Center” as it is. */
export function siteTitle(name: string, locale: string): string {
  return namesHelp(name) ? name : translator(locale)('site.suffix', { name });
}
