import { foreignSigns } from './han-signs.ts';

/**
 * Only a site in several languages of the same letters fetches it. Kept as `loadOnce` keeps code, without its module: the
 * bundler would make that a file of its own, which every search page asks for.
 */
let detector: Promise<typeof import('eld/small')> | undefined;

/**
 * How much more a question must look like another language than like the page's before it is taken for it, where both
 * have the same letters: fewer than one in a hundred of a language's own questions are; see MEASUREMENTS.md.
 */
const AGAINST_OWN = 1.8;
/** The same for a single word, which languages often share. */
const AGAINST_OWN_ALONE = 4;
/** Fewer letters tell nothing: a name, a unit, the beginning of a word. Signs of a word or a syllable tell more. */
const FEWEST_LETTERS = 5;
const FEWEST_SIGNS = 2;
/** Letters of a question that are looked at; the first ones tell. */
const READ = 1_000;

/** The letters of a script by its subtag, where that is none of Unicode's scripts. */
const LETTERS: Record<string, string> = {
  Hans: '\\p{sc=Han}',
  Hant: '\\p{sc=Han}',
  Jpan: '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー',
  Kore: '\\p{sc=Hangul}',
};
const HAN = /^(Han[st]|Jpan)$/;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
const LATIN_RUN = /[\w@/\\<>{}#.:'-]+/g;
/** Of these runs, addresses and what programs and price lists name: `QX-7741`, `useState`, `app.json`. No language's words. */
const IDENTIFIER = /[\d_@/\\<>{}#]|[a-z][A-Z]|\w[.:]\w/;
const PLAIN_WORD = /^[\p{Ll}\p{M}'’-]{2,}\p{P}*$/u;

interface Written {
  locale: string;
  language: string;
  script: string;
}

/**
 * Which of a site's locales a question is written in. Letters decide, without a download; only where several of the
 * site's languages share those of the question, a detector is fetched. What a language writes in other letters, such as
 * the names of apps in a Korean question, does not count.
 * @param locales Of the site: `en`, `zh-cn`.
 * @param own The locale of the page, which a question is taken for unless much speaks against it.
 * @returns undefined when it cannot be told: a code, a brand name, a short word, a language that the site does not have.
 */
export async function questionLanguage(
  text: string,
  locales: readonly string[],
  own?: string,
): Promise<string | undefined> {
  const question = text
    .slice(0, READ)
    .replace(LATIN_RUN, (run) => (IDENTIFIER.test(run) ? ' ' : run))
    .trim();
  const possible = inLettersOf(question, locales.flatMap(written));
  const [first] = possible;
  if (!first) return undefined;
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  if (letters < (first.script in LETTERS ? FEWEST_SIGNS : FEWEST_LETTERS)) return undefined;
  const page = own === undefined ? undefined : written(own)[0];
  // Names and technical words are Latin everywhere.
  if (first.script === 'Latn' && page?.script !== 'Latn' && isName(question, page !== undefined)) return undefined;
  const language = HAN.test(first.script)
    ? bySigns(question, possible, page?.language)
    : await byDetector(question, [...new Set(possible.map((one) => one.language))], page?.language);
  if (language === page?.language) return language && own;
  return possible.find((one) => one.language === language)?.locale;
}

/** The languages of a site that only the detector tells apart: each has the letters of another one. */
export function languagesToDetect(locales: readonly string[]): string[] {
  const all = locales.flatMap(written).filter(({ script }) => !HAN.test(script));
  const shared = all.filter((one) => all.some((it) => it.script === one.script && it.language !== one.language));
  return [...new Set(shared.map(({ language }) => language))];
}

/** Nothing for a locale whose script is unknown. */
function written(locale: string): Written[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  return script ? [{ locale, language, script }] : [];
}

/** The locales whose letters the question is written in; none when more of it is in letters that no locale has. */
function inLettersOf(question: string, locales: readonly Written[]): Written[] {
  const weights = new Map(locales.map(({ script }) => [script, weight(question, script)]));
  const most = Math.max(0, ...weights.values());
  const known = [...weights.keys()].map(lettersOf).join('');
  const others = question.match(new RegExp(`[^\\P{L}${known}]`, 'gu'))?.length ?? 0;
  return most > others ? locales.filter(({ script }) => weights.get(script) === most) : [];
}

/** The letters of a script; a Latin word counts as one, since it may be a name. */
function weight(question: string, script: string): number {
  // Chinese has no kana.
  if (script.startsWith('Han') && KANA.test(question)) return 0;
  const counted = script === 'Latn' ? `[${lettersOf(script)}\\p{M}'’-]+` : `[${lettersOf(script)}]`;
  return question.match(new RegExp(counted, 'gu'))?.length ?? 0;
}

function lettersOf(script: string): string {
  return LETTERS[script] ?? `\\p{sc=${script}}`;
}

/**
 * Whether it may be a name: those begin with capitals. So do German nouns, so that on no page in other letters two words
 * are no name; on such a page two must be in lower case, the first word of a sentence among them.
 */
function isName(question: string, elsewhere: boolean): boolean {
  const [first = '', ...others] = question.split(/\s+/);
  if (!elsewhere) return others.length === 0 && !PLAIN_WORD.test(first);
  const plain = others.filter((word) => PLAIN_WORD.test(word)).length;
  const begins = others[0] !== undefined && PLAIN_WORD.test(others[0]) ? first.toLowerCase() : first;
  return plain + (PLAIN_WORD.test(begins) ? 1 : 0) < 2;
}

/** The language that writes all of the signs; the page's own among several, else undefined. */
function bySigns(question: string, possible: readonly Written[], own: string | undefined): string | undefined {
  const foreign = possible.map(({ script }) => foreignSigns(question, script));
  const fewest = Math.min(...foreign);
  const languages = new Set(possible.filter((_, place) => foreign[place] === fewest).map(({ language }) => language));
  if (languages.size === 1) return [...languages][0];
  return own !== undefined && languages.has(own) ? own : undefined;
}

/**
 * The likeliest of these languages; the page's own unless another is much likelier, or the detector has never met the page's:
 * Welsh would be taken for the English beside it.
 */
async function byDetector(question: string, languages: string[], own: string | undefined): Promise<string | undefined> {
  if (languages.length === 1) return languages[0];
  detector ??= import('eld/small');
  detector.catch(() => {
    detector = undefined;
  });
  const { eld } = await detector;
  if (own !== undefined && languages.includes(own) && !Object.values(eld.info().Languages).includes(own)) return own;
  const scores = eld.detect(question).getScores();
  // A score is s / (s + 25), s the mean over the pieces of the text; odds can be compared.
  const odds = (language: string): number => (scores[language] ?? 0) / (1 - (scores[language] ?? 0));
  const best = languages.reduce((one, other) => (odds(other) > odds(one) ? other : one));
  if (odds(best) === 0) return own;
  if (own === undefined || !languages.includes(own)) return best;
  // The mean of more pieces is surer.
  const lead = (odds(best) - odds(own)) * Math.sqrt(new TextEncoder().encode(question).length / 3);
  return lead > (/\s/.test(question) ? AGAINST_OWN : AGAINST_OWN_ALONE) ? best : own;
}
