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

/** Initial consonants of Hangul syllables in Unicode's order, doubled ones under their plain letter as in dictionaries. */
const HANGUL = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_PER_INITIAL = 588;

/**
 * The letter under which a title stands in an alphabetical list of `locale`: `R` for “Refunds” and
 * “Écran” under `E`, the pinyin letter in Chinese, the initial consonant in Korean, `#` for digits.
 */
export function initialOf(title: string, locale: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0];
  if (!first || /\p{N}/u.test(first)) return SYMBOLS;
  const code = first.codePointAt(0)!;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)
    return HANGUL[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)]!;
  if (/\p{Script=Han}/u.test(first)) return locale.startsWith('zh') ? pinyinLetter(first) : first;
  return first.normalize('NFD')[0]!.toLocaleUpperCase(languageTag(locale));
}

/** Titles under their letters: letters in the order of the language, `#` last, titles as they came. */
export function byInitial<Item>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
  locale: string,
): [letter: string, items: Item[]][] {
  const groups = Map.groupBy(items, (item) => initialOf(titleOf(item), locale));
  const collator = new Intl.Collator(languageTag(locale));
  return [...groups].sort(([a], [b]) => Number(a === SYMBOLS) - Number(b === SYMBOLS) || collator.compare(a, b));
}

function pinyinLetter(character: string): string {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin');
  return PINYIN.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? SYMBOLS;
}
