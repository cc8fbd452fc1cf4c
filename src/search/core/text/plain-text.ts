/** A text in the form in which it is compared, and where each of its code units stands in the text as written. */
export interface PlainText {
  text: string;
  /** Where what a code unit came from begins and ends; undefined where the text is as it was written. */
  origin?: { starts: number[]; ends: number[] };
}

const ASCII = /^[\x00-\x7f]*$/;
/** What is not ASCII, with the letter before, which a mark may belong to. */
const BEYOND_ASCII = /[\x00-\x7f]?[^\x00-\x7f]+/g;
/** What no reader sees: soft hyphens, joiners, marks of direction, byte order marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** What belongs to the character before: marks, what is not seen, the voicing of half-width kana, the rest of a Korean syllable. */
const MARK = /^[\p{M}\p{DI}\uff9e\uff9f\u1160-\u11ff]/u;
/** What never becomes one with the character before: most of what is written in Chinese, Japanese and Korean. */
const ALONE = /^[\u1100-\u115f\u3001-\u3098\u309b-\u3130\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]/;
/** Marks that people set for an apostrophe between two letters, and for the point of Catalan l·l. */
const APOSTROPHES = /[‘’‛ʹʻʼˈ′՚]/g;
const POINTS = /[•‧∙⋅]/g;
/** An accent of its own falls apart into a space and a mark. */
const ACUTE = /´/g;
/** Unlike other signs, these are no part of the name they stand behind. */
const TRADE_MARKS = /[™℠]/g;
const DIGIT = /[^\P{Nd}0-9]/gu;

/**
 * The text as it is compared: composed, compatibility forms unified (full and half width, ligatures), without what is not
 * seen, with one apostrophe and the digits 0 to 9. A text is normalised as a whole: a letter's marks may stand alone.
 */
export function plainText(text: string): string {
  return ASCII.test(text) ? text : unified(text);
}

/** The same, with the way back to the text as written. */
export function alignedPlainText(text: string): PlainText {
  if (ASCII.test(text) || unified(text) === text) return { text };
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  const add = (part: string, start: number, end: number): void => {
    plain += part;
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };
  let place = 0;
  const asWritten = (until: number): void => {
    for (; place < until; place++) add(text[place]!, place, place + 1);
  };
  for (const { 0: run, index } of text.matchAll(BEYOND_ASCII)) {
    asWritten(index);
    for (const unit of unitsOf(run)) {
      add(unified(unit), place, place + unit.length);
      place += unit.length;
    }
  }
  asWritten(text.length);
  return { text: plain, origin: { starts, ends } };
}

/** The pieces of a text that can be normalised one by one: characters with their marks, Korean syllables that come in letters. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let unit = '';
  for (const character of text) {
    const apart =
      !MARK.test(character) &&
      (ALONE.test(character) || unified(unit + character) === unified(unit) + unified(character));
    if (apart && unit !== '') units.push(unit);
    unit = apart ? character : unit + character;
  }
  return [...units, unit];
}

function unified(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(ACUTE, "'")
    .replace(TRADE_MARKS, ' ')
    .normalize('NFKC')
    .replace(APOSTROPHES, "'")
    .replace(POINTS, '·')
    .replace(DIGIT, (digit) => String(digitAt(digit.codePointAt(0)!)));
}

/** Unicode's digits come in tens, each of which begins at a multiple of 16, or 6 behind it where that is no digit. */
function digitAt(digit: number): number {
  const place = digit & 15;
  return /\p{Nd}/u.test(String.fromCodePoint(digit - place)) ? place : place - 6;
}
