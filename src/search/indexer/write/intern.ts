const numbers = new Map<string, number>();
const texts: string[] = [];

/**
 * The number of a text, the same for all that are alike: what is noted of each section names the same words over and over,
 * and numbers are counted faster than texts. 0, 1, 2 and so on as texts come in; none is ever forgotten, as the words of a
 * site are few beside its text.
 */
export function numberOf(text: string): number {
  const before = numbers.get(text);
  if (before !== undefined) return before;
  numbers.set(text, texts.length);
  return texts.push(text) - 1;
}

/** The text that has a number. */
export function textOf(number: number): string {
  return texts[number]!;
}

/** How many texts have numbers: all of these are less. */
export function countOfTexts(): number {
  return texts.length;
}

/** The same string for all that are alike. */
export function intern(text: string): string {
  return textOf(numberOf(text));
}
