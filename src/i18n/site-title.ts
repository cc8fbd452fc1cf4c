import { languages, type OwnStrings } from './languages.ts';
import { translator } from './translator.ts';

/** What neither ends nor begins a word: a letter of a script that puts spaces between words. */
const LETTER =
  '[[\\p{L}\\p{M}]--[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]]';

/** Whether the name of a site says by itself that it is a help center: “Acme Help”, “도움말 센터”. */
export function namesHelp(name: string, own: OwnStrings = {}): boolean {
  return [...Object.values(languages), ...Object.values(own)].some((strings) => {
    const word = strings['nav.breadcrumbsHome'];
    if (!word || !new RegExp(literal(word), 'iv').test(name)) return false;
    // Asked only then: its classes of letters take milliseconds to compile, and there is a pattern for each language.
    return new RegExp(`(?<!${LETTER})${literal(word)}(?!${LETTER})`, 'iv').test(name);
  });
}

/** What a site calls itself: “Acme Help” of “Acme”, and “Acme Help Center” as it is. */
export function siteTitle(name: string, locale: string, own?: OwnStrings): string {
  return namesHelp(name, own) ? name : translator(locale, own)('site.suffix', { name });
}

/** A text as the source of a regular expression with the flag `v` that finds exactly it. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
