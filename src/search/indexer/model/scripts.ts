/** Scripts that the codes of CLDR stand for when a language is written in several at once. */
const composite: Record<string, string[]> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};

/**
 * Tells which word pieces the languages of a site can need: those whose letters are Latin
 * (product names and addresses stand in every language) or of a script that one of the
 * languages is written in. Digits and signs always stay; [unused…] places never do.
 *
 * @param languages Language tags; "*" keeps every script.
 */
export function scriptFilter(languages: string[]): (piece: string) => boolean {
  const named = (piece: string) => !/^\[unused\d+\]$/.test(piece);
  if (languages.includes('*')) return named;
  const codes = languages.map((language) => new Intl.Locale(language).maximize().script ?? 'Latn');
  const scripts = new Set(['Latn', 'Zyyy', 'Zinh', ...codes.flatMap((code) => composite[code] ?? [code])]);
  const classes = [...scripts].map((script) => `\\p{Script=${script}}`).join('');
  const foreignLetter = new RegExp(`(?=[\\p{L}\\p{M}])[^${classes}]`, 'u');
  return (piece) => named(piece) && !foreignLetter.test(piece);
}
