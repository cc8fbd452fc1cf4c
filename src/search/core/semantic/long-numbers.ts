/** From so many digits on a number names one order, account or invoice; a year or an amount of everyday life has fewer. */
const LONG_NUMBER = /#?\b\d{5,}\b/g;

/** What a long number is read as. */
export const NUMBER_MASK = '#';

/**
 * A question as its meaning is taken: `where is order 00123842` becomes `where is order #`. The digits of a long number
 * are meaningless pieces that would blur what is asked; that there is a number is part of the question. The word for one
 * would lead to articles about phone numbers. The search by words still has the digits.
 */
export function maskLongNumbers(question: string): string {
  return question.replace(LONG_NUMBER, NUMBER_MASK);
}
