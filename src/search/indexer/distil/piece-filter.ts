/** Scripts that the codes of CLDR stand for when a language is written in several at once; today's Korean is written in one. */
const COMPOSITE: Record<string, readonly string[]> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul'],
};
/** Pieces with letters of the language's own scripts at most: a student of more would hold what few people ever type. */
const OWN = 24_000;
/** Latin pieces beside a language of another script, the commonest: names of products, and what is taken over from English. */
const FOREIGN_LATIN = 6_000;

/**
 * Tells which pieces of a vocabulary of many languages one of them can need: digits and signs, the commonest with letters
 * of its own scripts, and the commonest Latin ones. Such vocabularies are sorted by frequency, which is that of all
 * languages together.
 */
export function pieceFilter(vocabulary: readonly string[], locale: string): (piece: string) => boolean {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  const scripts = (COMPOSITE[script] ?? [script]).map((code) => `\\p{Script=${code}}`).join('');
  const own = new RegExp(`^[${scripts}\\p{Script=Zyyy}\\p{Script=Zinh}]*$`, 'u');
  const letters = /[\p{L}\p{M}]/u;
  const plain = vocabulary.filter((piece) => piece !== undefined && !/^<.*>$/.test(piece));
  const signs = plain.filter((piece) => !letters.test(piece));
  const words = plain.filter((piece) => letters.test(piece) && own.test(piece)).slice(0, OWN);
  const latin = plain.filter((piece) => /^▁?[a-z]+$/i.test(piece)).slice(0, FOREIGN_LATIN);
  const kept = new Set([...signs, ...words, ...latin]);
  return (piece) => kept.has(piece);
}
