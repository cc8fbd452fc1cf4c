/** Letters that read as the plain ones, so that a text stays legible while none of it is plain. */
const ACCENTED: Record<string, string> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, place) => [
    letter,
    [...'áƀçđéƒğĥíĵķļɱñóþɋřšţúṽŵẋýžÁßÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŘŠŢÚṼŴẊÝŽ'][place]!,
  ]),
);
/** What stands in braces is filled in later. */
const OUTSIDE_PLACES = /(\{\w+\})/;
/** Right-to-left override and its end. */
const [OVERRIDE, END] = ['\u202e', '\u202c'];

/**
 * The text as a made-up language would have it, for trying the interface without a translator: locales that end in
 * `-xa` are accented, a third longer and in brackets, so that text that was never translated or is cut off stands
 * out; those that end in `-xb` run from right to left. Undefined for any other locale.
 */
export function pseudoText(text: string, locale: string): string | undefined {
  if (locale.endsWith('-xa'))
    return `⟦${outsidePlaces(text, (part) => [...part].map((letter) => ACCENTED[letter] ?? letter).join(''))}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
  if (locale.endsWith('-xb'))
    return outsidePlaces(text, (part) => part.replace(/\p{L}+/gu, (word) => OVERRIDE + word + END));
  return undefined;
}

/** The interface texts of a made-up language, made from the English ones; undefined for any other locale. */
export function pseudoStrings(english: Record<string, string>, locale: string): Record<string, string> | undefined {
  if (!/-x[ab]$/.test(locale)) return undefined;
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudoText(text, locale)!]));
}

function outsidePlaces(text: string, change: (part: string) => string): string {
  return text
    .split(OUTSIDE_PLACES)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
