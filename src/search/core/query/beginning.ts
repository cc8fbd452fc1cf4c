/** Letters of scripts whose words have many; a sign of Chinese or a syllable of Korean alone says something. */
const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u;

/** The first two letters of a word, folded: when no more is typed, a large site answers without a file; undefined for other signs. */
export function beginningOf(word: string): string | undefined {
  const beginning = word.slice(0, 2);
  return beginning.length === 2 && LETTERS.test(beginning) ? beginning : undefined;
}

const SHORT_END = /(?:^|\s)(\S{1,2})$/u;

/** Whether a text ends in so few letters that they say nothing yet: the first one, or two of a further word. */
export function endsInFirstLetters(text: string): boolean {
  const last = SHORT_END.exec(text)?.[1] ?? '';
  return LETTERS.test(last) && (last.length === 1 || last !== text.trim());
}
