/** What comes before -ge- in a participle: `angemeldet` is of `anmelden`. */
const PARTICIPLE =
  /^(ab|an|auf|aus|bei|ein|fest|frei|her|hin|hinzu|los|mit|nach|um|vor|weg|zu|zuruck)?ge(?=.{4,}t(?:e[mnrs]?)?$)/;
const NOUN = /(?<=.{4})ung(?:en|s)?$/;

/**
 * The stem of a German word, by CISTEM (Weißweiler and Fraser, "Developing a Stemmer for German Based on a Comparative Analysis
 * of Publicly Available Stemmers", 2017) with participles and nouns of verbs taken to the verb: `ändern`, `geändert` and
 * `Änderung` are one word. A t is left to short words, or `Recht` and `Rechnung` were one. Letters come without their dots.
 */
export function germanStem(word: string): string {
  let stem = word.replace(PARTICIPLE, '$1').replace(NOUN, '');
  for (;;) {
    const shorter = stem.length > 5 ? stem.replace(/(?:e[mr]|nd)$/, '') : stem;
    const next = shorter === stem && stem.length > 3 ? stem.replace(/(?:[esn]|(?<=.{5})t)$/, '') : shorter;
    if (next === stem) return stem;
    stem = next;
  }
}

const ARABIC_ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/**
 * The stem of an Arabic word, by Light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval",
 * 2007): without the article, what is written before it, and the commonest endings. Letters come without hamza, in one form of
 * ya and ta marbuta.
 */
export function arabicStem(word: string): string {
  const bare = word.replace(/^و(?=.{3})/, '').replace(/^(?:[وبكف]?ال|لل)(?=.{2})/, '');
  return ARABIC_ENDINGS.reduce(
    (stem, ending) =>
      stem.length >= ending.length + 2 && stem.endsWith(ending) ? stem.slice(0, -ending.length) : stem,
    bare,
  );
}
