import { plainText } from './plain-text.ts';

/** Letters that compatibility decomposition leaves whole but that people type without their stroke or ligature, or for each other. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '‐': '-',
  '‑': '-',
  // Arabic and Persian ya and kaf, and what stands for them and for ta marbuta at the end of a word.
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
};
const PLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/**
 * Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and Arabic's elongation.
 * Not the voicing marks of kana nor the vowel signs of Indic scripts, which make other words,
 * nor the breve that makes и into й.
 */
const ACCENTS = /(?<!и)[\u0300-\u036f]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;

const ASCII = /^[\x00-\x7f]*$/;

/**
 * The form in which words are compared: `plainText` in lower case, accents removed. `Zürich` and `ZURICH` both give
 * `zurich`. Idempotent.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return plainText(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}
