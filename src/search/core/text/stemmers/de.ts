/** What comes before -ge- in a participle: `angemeldet` is of `anmelden`. */
const PARTICIPLE =
  /^(ab|an|auf|aus|bei|ein|fest|frei|her|hin|hinzu|los|mit|nach|um|vor|weg|zu|zuruck)?ge(?=.{4,}t(?:e[mnrs]?)?$)/;
const NOUN = /(?<=.{4})ung(?:en|s)?$/;

/** A double letter is none. */
const ENDING = /(?:e|(?<!s)s|(?<!n)n|(?<=.{5})(?<!t)t)$/;

/**
 * The stem of a German word, by CISTEM (Weißweiler and Fraser, "Developing a Stemmer for German Based on a Comparative Analysis
 * of Publicly Available Stemmers", 2017) with participles and nouns of verbs taken to the verb: `ändern`, `geändert` and
 * `Änderung` are one word. A t is left to short words, or `Recht` and `Rechnung` were one. Letters come without their dots: folded.
 */
export function stemmer(word: string): string {
  let stem = word.replace(PARTICIPLE, '$1').replace(NOUN, '');
  for (;;) {
    const shorter = stem.length > 5 ? stem.replace(/(?:e[mr]|nd)$/, '') : stem;
    const next = shorter === stem && stem.length > 3 ? stem.replace(ENDING, '') : shorter;
    if (next === stem) return stem;
    stem = next;
  }
}
