import type { Language } from './language.ts';
import { plainText } from './plain-text.ts';

/** Words in letters that part words; in others (電池E-1042) a code ends where they begin. */
const WORD =
  /(?:(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;
/** `74`, `2010`, `e2010`, `h7`; an amount with its unit (`5v`) is no code. */
const NUMBERED = /^\p{L}*\p{N}+$/u;
/** A single digit counts something. */
const COUNT = /^\p{N}$/u;
/** What may part a code: `E 2010`, `E-2010`, `ASEC-21-001`. */
const INSIDE = /^[\s\-_.#]{0,2}$/u;
/** What parts a title into what stands by itself: `Door did not open (ST-04)`. */
const MARK = /[:;,()[\]{}（）【】：；，、|]|\s[-–—]\s/u;
/** Words that a code has at most, with those that introduce it: `exit status 74`. */
const LONGEST = 3;
/** A code that begins a title: `E-1042 Motor temperature high`. */
const BEGINS = /^\W*\p{L}{1,5}[-_]?\p{N}{2,}(?:[-_.]\p{N}+)*(?=\s|$)/u;

/** More letters in front of a number are a word: `code 51`. */
const PREFIX = 3;

/** A code, as it stands in a text. */
export interface Code {
  /** Its number alone, folded: `2010`, `74`. */
  number: string;
  /** As one with what stands before it: `e2010`, `status74`, `25001` and `asec25001`. */
  joined: string[];
  /** Whether what stands before it belongs to it: `F-2010` is not the 2010 of `E-2010`. */
  prefixed: boolean;
  /** Half-open range of UTF-16 code units, with what belongs to it. */
  start: number;
  end: number;
}

/** What may be codes in a text. */
export function codesIn(text: string, language: Language): Code[] {
  const words = [...text.matchAll(WORD)];
  const isNumber = (place: number) => /\p{N}/u.test(words[place]?.[0] ?? '');
  const adjoins = (place: number) => {
    const before = words[place - 1];
    return before !== undefined && INSIDE.test(text.slice(before.index + before[0].length, words[place]!.index));
  };
  return words.flatMap(({ 0: number, index }, last): Code[] => {
    // Of numbers in a row (`21-001`) the last one has the others before it.
    if (!NUMBERED.test(number) || COUNT.test(number) || (isNumber(last + 1) && adjoins(last + 1))) return [];
    const joined: string[] = [];
    let first = last;
    while (adjoins(first) && (first === last || isNumber(first))) {
      first--;
      joined.push(language.fold(words[first]![0]) + (joined.at(-1) ?? language.fold(number)));
    }
    const [before = ''] = first < last ? words[first]! : [];
    const prefixed = before !== '' && (isNumber(last - 1) || (before.length <= PREFIX && !language.isStopWord(before)));
    return [
      {
        number: language.fold(number),
        joined,
        prefixed,
        start: prefixed ? words[first]!.index : index,
        end: index + number.length,
      },
    ];
  });
}

/** The names of the codes that stand by themselves in a title: at its beginning, or between marks. */
export function codesOfTitle(written: string, language: Language): Set<string> {
  const title = plainText(written);
  const apart = title.split(MARK).filter((part) => [...part.matchAll(WORD)].length <= LONGEST);
  const [beginning = ''] = BEGINS.exec(title) ?? [];
  return new Set(
    [...apart, beginning].flatMap((part) =>
      codesIn(part, language).flatMap(({ number, joined }) => [number, ...joined]),
    ),
  );
}
