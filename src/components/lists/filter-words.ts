/** Final consonants of Hangul syllables in Unicode's order, as the keys that write them. */
const FINALS = 'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'
  .normalize('NFKD')
  .split(' ');
const FIRST_FINAL = 0x11a8;
/** Vowels that two keys write, by these. */
const VOWELS: Record<string, string> = { ᅪ: 'ᅩᅡ', ᅫ: 'ᅩᅢ', ᅬ: 'ᅩᅵ', ᅯ: 'ᅮᅥ', ᅰ: 'ᅮᅦ', ᅱ: 'ᅮᅵ', ᅴ: 'ᅳᅵ' };
/** What stands after an initial consonant in a syllable that is taken apart. */
const AFTER_INITIAL = /[\u1161-\u11c2]/g;
const INITIALS = /^[\u1100-\u1112]+$/;
/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g;

/** A text of a list as a filter compares it. */
export interface Filterable {
  letters: string;
  /** With the initial consonant of each Hangul syllable in its place. */
  initials: string;
}

/**
 * Without case and accents, Hangul taken apart into its keys: `환` on the way to `환불` may be any of ㅎ, 호, 화, 환, 환ㅂ. A fold
 * of its own, for that of the search would bring the search's code along.
 */
function lettersOf(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(ACCENTS, '');
}

export function filterable(text: string): Filterable {
  const letters = lettersOf(text);
  return { letters: asKeys(letters), initials: letters.replace(AFTER_INITIAL, '') };
}

/**
 * Whether a text holds every one of the words, or parts of words, that somebody typed, in any order. Consonants alone are
 * looked for among the initials, too: `ㅎㅂ` finds `환불`.
 */
export function wordsFilter(typed: string): (text: Filterable) => boolean {
  const words = asKeys(lettersOf(typed))
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ letters, initials }) =>
    words.every((word) => letters.includes(word) || (INITIALS.test(word) && initials.includes(word)));
}

function asKeys(letters: string): string {
  return letters
    .replace(/[\u1161-\u1175]/g, (vowel) => VOWELS[vowel] ?? vowel)
    .replace(/[\u11a8-\u11c2]/g, (final) => FINALS[final.charCodeAt(0) - FIRST_FINAL]!);
}
