import { fold } from './fold.ts';
import { memoizeText } from './memoize.ts';
import { plainText } from './plain-text.ts';

/** What the tokenizer knows about one language. */
export interface Language {
  /** The form in which its words are compared: `fold`, and in German `ue` as `ü`, both of which give `u`. */
  fold(word: string): string;
  /** In lower case, accents kept: in Turkish `I` is `ı`. */
  lower(word: string): string;
  /** The stem of a lower-case word: `refunds` gives `refund`. Words of other scripts come back as they are. */
  stem(word: string): string;
  /**
   * Whether a word, as written, says too little to be looked for in texts: `the`, `how`. Accents count: in German `andern` is
   * one, `ändern` is not. One that is in the list with its accents may be written without them.
   */
  isStopWord(word: string): boolean;
  /** Whether it writes compounds as one word, so that the end of one is found: `Rechnungsadresse` by `Adresse`. */
  compounds: boolean;
}

type StemmerModule = { stemmer: (word: string) => string };
type StopWordModule = { stopwords: string[] };
interface Parts {
  stemmer: () => Promise<StemmerModule>;
  stopWords: () => Promise<StopWordModule>;
}

/** One dynamic import a language, so that a browser downloads only the language of its page. */
const LANGUAGES: Record<string, Parts> = {
  ar: { stemmer: () => import('./stemmers/ar.ts'), stopWords: () => import('@orama/stopwords/arabic') },
  bg: { stemmer: () => import('@orama/stemmers/bulgarian'), stopWords: () => import('@orama/stopwords/bulgarian') },
  da: { stemmer: () => import('@orama/stemmers/danish'), stopWords: () => import('@orama/stopwords/danish') },
  de: { stemmer: () => import('./stemmers/de.ts'), stopWords: () => import('@orama/stopwords/german') },
  el: { stemmer: () => import('@orama/stemmers/greek'), stopWords: () => import('@orama/stopwords/greek') },
  en: { stemmer: () => import('@orama/stemmers/english'), stopWords: () => import('@orama/stopwords/english') },
  es: { stemmer: () => import('@orama/stemmers/spanish'), stopWords: () => import('./stop-words/es.ts') },
  fi: { stemmer: () => import('@orama/stemmers/finnish'), stopWords: () => import('@orama/stopwords/finnish') },
  fr: { stemmer: () => import('@orama/stemmers/french'), stopWords: () => import('@orama/stopwords/french') },
  hu: { stemmer: () => import('@orama/stemmers/hungarian'), stopWords: () => import('@orama/stopwords/hungarian') },
  hy: { stemmer: () => import('@orama/stemmers/armenian'), stopWords: () => import('@orama/stopwords/armenian') },
  id: { stemmer: () => import('@orama/stemmers/indonesian'), stopWords: () => import('@orama/stopwords/indonesian') },
  it: { stemmer: () => import('@orama/stemmers/italian'), stopWords: () => import('@orama/stopwords/italian') },
  lt: { stemmer: () => import('@orama/stemmers/lithuanian'), stopWords: () => import('@orama/stopwords/lithuanian') },
  nb: { stemmer: () => import('@orama/stemmers/norwegian'), stopWords: () => import('@orama/stopwords/norwegian') },
  nl: { stemmer: () => import('@orama/stemmers/dutch'), stopWords: () => import('@orama/stopwords/dutch') },
  no: { stemmer: () => import('@orama/stemmers/norwegian'), stopWords: () => import('@orama/stopwords/norwegian') },
  pt: { stemmer: () => import('@orama/stemmers/portuguese'), stopWords: () => import('@orama/stopwords/portuguese') },
  ro: { stemmer: () => import('@orama/stemmers/romanian'), stopWords: () => import('@orama/stopwords/romanian') },
  ru: { stemmer: () => import('@orama/stemmers/russian'), stopWords: () => import('@orama/stopwords/russian') },
  sv: { stemmer: () => import('@orama/stemmers/swedish'), stopWords: () => import('@orama/stopwords/swedish') },
  tr: { stemmer: () => import('@orama/stemmers/turkish'), stopWords: () => import('@orama/stopwords/turkish') },
  uk: { stemmer: () => import('@orama/stemmers/ukrainian'), stopWords: () => import('@orama/stopwords/ukrainian') },
};

/** Words the lists leave out: the article, and contractions as people type them without apostrophe. */
const MORE_STOP_WORDS: Record<string, string[]> = {
  en: [
    'a',
    'im',
    'ive',
    'dont',
    'doesnt',
    'didnt',
    'cant',
    'couldnt',
    'wont',
    'wouldnt',
    'isnt',
    'arent',
    'wasnt',
    'hasnt',
    'havent',
    'shouldnt',
    'whats',
    'hows',
    'theres',
    'thats',
    'youre',
  ],
};

/** Words of the lists that are none: nouns, adjectives and verbs that articles are about. Spanish, which had most of them, has a list of its own. */
const CONTENT_WORDS: Record<string, string> = {
  ar: 'اطار اعادة الوقت اليوم ايام زيارة سنة سنوات شخصا صباح عدد قوة لقاء مساء نهاية يوم',
  bg: `автентичен глас главен главна главно година години годишен ден днес дни евтин екип еднаква еднакви еднакъв живот забавям
    заспал лесен лесно мек месец нов нова нови новина равен равна син смях часа юмрук`,
  hu: 'bal balra cikk cikkek cikkeket jobbra kész nagy nagyobb tele év éve évek éves évi évben évvel új',
  id: 'buat dekat kecil lama lamanya',
  ro: 'acord caut dată drept fata frumos halbă noroc timp vreme zi',
  ru: 'говорил жизнь сегодня сказал сказала сказать человек',
};

const UKRAINIAN: Record<string, string> = { '╡': 'і', '╞': 'ї', '╙': 'є' };

/** Lists that were read in another encoding than they are written in, on their way to their package. */
const MENDED: Record<string, (listed: readonly string[]) => string[]> = {
  // Baltic letters as those that Western Europe has in their places: `ði` for `ši`.
  lt: (listed) => {
    const baltic = new TextDecoder('windows-1257');
    return listed.map((word) => baltic.decode(Uint8Array.from(word, (letter) => letter.charCodeAt(0))));
  },
  // Letters that Russian lacks as the lines of boxes: `в╡д` for `від`.
  uk: (listed) => listed.map((word) => word.replace(/[╡╞╙]/g, (sign) => UKRAINIAN[sign]!)),
};

/** Languages whose letters with dots or strokes are also written as two: `ä` as `ae`, `å` as `aa`. Not the `ue` of `neue` and `Quelle`. */
const TWO_LETTERS: Record<string, RegExp> = {
  de: /([ao]|(?<![aeoq])u)e/g,
  da: /(o)e|a(?=a)/g,
  nb: /(o)e|a(?=a)/g,
  no: /(o)e|a(?=a)/g,
};

/** Languages whose stemmers, our own, read no accents. */
const FOLDED = new Set(['ar', 'de']);

const COMPOUNDS = new Set(['da', 'de', 'fi', 'nb', 'nl', 'no', 'sv']);

/** A language without stems and stop words: also Chinese, Japanese and Korean, which are cut into characters instead. */
export const PLAIN_LANGUAGE: Language = {
  fold,
  lower: (word) => plainText(word).toLowerCase(),
  stem: (word) => word,
  isStopWord: () => false,
  compounds: false,
};

const loaded = new Map<string, Promise<Language>>();

/**
 * The language of a locale such as `en`, `pt-br` or `zh-cn`: its first part decides.
 * A language without a stemmer is searched by whole words.
 */
export function loadLanguage(locale: string): Promise<Language> {
  const code = languageOf(locale);
  const known = loaded.get(code);
  if (known !== undefined) return known;
  const parts = LANGUAGES[code];
  const language = parts === undefined ? Promise.resolve(PLAIN_LANGUAGE) : loadParts(code, parts);
  loaded.set(code, language);
  // A failed download must not be remembered as the language.
  language.catch(() => loaded.delete(code));
  return language;
}

/** The stop words of a locale's language as written; none for a language without a list. */
export async function stopWordsOf(locale: string): Promise<string[]> {
  const code = languageOf(locale);
  const listed = await LANGUAGES[code]?.stopWords();
  return functionWords(code, listed?.stopwords ?? []);
}

function functionWords(code: string, listed: readonly string[]): string[] {
  const content = new Set(CONTENT_WORDS[code]?.split(/\s+/));
  const mended = MENDED[code]?.(listed) ?? listed;
  return [...mended.filter((word) => !content.has(word)), ...(MORE_STOP_WORDS[code] ?? [])];
}

/** `zh` of `zh-cn`; '' of what is no locale. */
export function languageOf(locale: string): string {
  // Nothing else is looked up: `constructor` is no language, though every object has it.
  return /^[a-z]{2,3}(?=[-_]|$)/.exec(locale.toLowerCase())?.[0] ?? '';
}

async function loadParts(code: string, parts: Parts): Promise<Language> {
  const [{ stemmer }, { stopwords }] = await Promise.all([parts.stemmer(), parts.stopWords()]);
  const twoLetters = TWO_LETTERS[code];
  const foldWord = (word: string): string => (twoLetters ? fold(word).replace(twoLetters, '$1') : fold(word));
  const lower = (word: string): string => plainText(word).toLocaleLowerCase(code);
  const listed = functionWords(code, stopwords).map(lower);
  const stopWords = new Set([...listed, ...listed.flatMap((word) => plainForms(word, foldWord(word)))]);
  return {
    fold: foldWord,
    lower,
    // A stemmer takes longer than all else that happens to a word.
    stem: memoizeText((word) => stemOf(FOLDED.has(code) ? foldWord(word) : word, stemmer)),
    isStopWord: (word) => stopWords.has(lower(word)) || (!LATIN.test(word) && stopWords.has(fold(word))),
    compounds: COMPOUNDS.has(code),
  };
}

const LATIN = /\p{Script=Latin}/u;

/** How a listed word is written without its accents: `für` as `fur` and `fuer`. */
function plainForms(word: string, folded: string): string[] {
  return folded === word ? [] : [folded, fold(word.replace(/[äöü]/g, '$&e'))];
}

/** Stemmers are made for words of letters; some loop or cut wrongly on digits and on very long strings. */
function stemOf(word: string, stemmer: (word: string) => string): string {
  return word.length > 40 || /\P{L}/u.test(word) ? word : stemmer(word);
}
