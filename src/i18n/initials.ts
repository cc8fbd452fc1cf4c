import { languageTag } from '../schemas/locale.ts';

/** The heading of titles that begin with a digit or a sign. */
export const SYMBOLS = '#';

/** First characters of each letter in the pinyin order of Intl.Collator; no syllable begins with I, U or V. */
const PINYIN: readonly [letter: string, first: string][] = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '哒'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '讥'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拏'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '呥'],
  ['S', '仨'],
  ['T', '他'],
  ['W', '穵'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
];

/** Bopomofo letters; behind this noncharacter, Unicode's order of readings has each before the first sign that is read so. */
const ZHUYIN = [...'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄞㄟㄠㄡㄢㄣㄤㄦㄧㄨㄩ'];
const BOUNDARY = '\uFDD0';
const ZHUYIN_ORDER = 'zh-TW-u-co-zhuyin';

/** The rows of the kana table, each with its first sign in Unicode's order. */
const KANA_ROWS = [...'あかさたなはまやらわ'].map((row, place) => ({
  row,
  first: [...'ぁかさたなはまゃらゎ'][place]!,
}));
/** Signs that Japanese reads in more than one way: nobody but the writer knows under which kana such a title belongs. */
export const KANJI = '漢字';
/** From katakana to the hiragana of the same sound. */
const KATAKANA_SHIFT = 0x60;

/** Initial consonants of Hangul syllables in Unicode's order, doubled ones under their plain letter as in dictionaries. */
const HANGUL = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_PER_INITIAL = 588;

/** With what questions begin in languages that have no list of stop words, longer ones first. */
const OPENINGS: Record<string, RegExp> = {
  zh: /^(?:请问|請問|为什么|為什麼|为何|為何|什么时候|什麼時候|什么是|什麼是|怎么样|怎麼樣|怎么|怎麼|怎样|怎樣|如何|何时|何時|是否|能否|可否|有哪些|哪些|在哪里|在哪裡|哪里|哪裡|我的|你的|您的)/u,
  ja: /^(?:どうすれば|どうやって|どうして|どのように|なぜ|何故|いつ|どこで|どこに)/u,
  ko: /^(?:어떻게|왜|언제|어디서|어디에서|어디에|무엇을|무엇이|무슨|어떤|내|제|나의)\s/u,
};
/** Names that look like a small word: `IT`, `US`. */
const CAPITALS = /^\p{Lu}{2,}$/u;
/** What may stand before the first letter or digit of a word, and behind its last. */
const BEFORE = /^[^\p{L}\p{N}]+/u;
const BEHIND = /[^\p{L}\p{N}]+$/u;

/**
 * A title from the word on that it is about: `How do I cancel a ride?` gives `cancel a ride?`, `如何退款` gives `退款`; the
 * whole title where every word is a small one.
 */
export function withoutOpening(title: string, isStopWord: (word: string) => boolean, locale: string): string {
  const opening = OPENINGS[languageTag(locale).split('-')[0]!];
  const words = title
    .split(/\s+/)
    .map((written) => ({ written, word: written.replace(BEFORE, '').replace(BEHIND, '') }));
  const first = words.findIndex(({ word }) => word !== '' && (CAPITALS.test(word) || !isStopWord(word)));
  const kept = words
    .slice(Math.max(0, first))
    .map(({ written }) => written)
    .join(' ')
    .replace(BEFORE, '');
  const rest = opening ? kept.replace(opening, '').replace(BEFORE, '') : kept;
  return /[\p{L}\p{N}]/u.test(rest) ? rest : title;
}

/**
 * The letter under which a title stands in an alphabetical list of `locale`: `R` for “Refunds” and
 * “Écran” under `E`, the pinyin letter in Chinese, that of bopomofo in traditional Chinese, the row of the kana table in
 * Japanese, the initial consonant in Korean, `#` for digits.
 */
export function initialOf(title: string, locale: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0];
  if (!first || /\p{N}/u.test(first)) return SYMBOLS;
  const code = first.codePointAt(0)!;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)
    return HANGUL[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)]!;
  if (/\p{Script=Han}/u.test(first)) return hanLetter(first, locale);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) return kanaRow(first);
  return first.normalize('NFD')[0]!.toLocaleUpperCase(languageTag(locale));
}

/** The first letter or digit of a title as readers see it, in capitals: `É` of `“Écran”`, `환` of `환불`; else its first sign. */
export function firstLetter(title: string, locale: string): string {
  const tag = languageTag(locale);
  const characters = [...new Intl.Segmenter(tag).segment(title.trim())].map(({ segment }) => segment);
  const first = characters.find((one) => /[\p{L}\p{N}]/u.test(one)) ?? characters[0] ?? '';
  const capital = first.toLocaleUpperCase(tag);
  // The capital of `ß` is two letters.
  return capital.length > first.length ? first : capital;
}

/** Titles under their letters: letters in the order of the language, `#` last, titles as they came. */
export function byInitial<Item>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
  locale: string,
): [letter: string, items: Item[]][] {
  const groups = Map.groupBy(items, (item) => initialOf(titleOf(item), locale));
  const collator = titleCollator(locale);
  return [...groups].sort(([a], [b]) => Number(a === SYMBOLS) - Number(b === SYMBOLS) || collator.compare(a, b));
}

/** The order of titles in a list of `locale`. */
export function titleCollator(locale: string): Intl.Collator {
  return new Intl.Collator(isTraditional(locale) ? ZHUYIN_ORDER : languageTag(locale));
}

function isTraditional(locale: string): boolean {
  const { language, script } = new Intl.Locale(locale).maximize();
  return language === 'zh' && script === 'Hant';
}

function hanLetter(character: string, locale: string): string {
  if (locale.startsWith('ja')) return KANJI;
  if (!locale.startsWith('zh')) return character;
  return isTraditional(locale) ? zhuyinLetter(character) : pinyinLetter(character);
}

function zhuyinLetter(character: string): string {
  const collator = new Intl.Collator(ZHUYIN_ORDER);
  return ZHUYIN.findLast((letter) => collator.compare(BOUNDARY + letter, character) <= 0) ?? SYMBOLS;
}

/** `か` of が, カ and ｶﾞ. */
function kanaRow(character: string): string {
  const [plain = ''] = character.normalize('NFKD');
  const code = plain.codePointAt(0)!;
  const hiragana = String.fromCodePoint(/\p{Script=Katakana}/u.test(plain) ? code - KATAKANA_SHIFT : code);
  return KANA_ROWS.findLast(({ first }) => first <= hiragana)?.row ?? character;
}

function pinyinLetter(character: string): string {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin');
  return PINYIN.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? SYMBOLS;
}
