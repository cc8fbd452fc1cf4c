/** What an issue's body may be long, in UTF-16 units: GitHub takes 65,536 characters, and something stands around lists. */
export const LONGEST_BODY = 60_000;
/** What turns the direction of writing, moves a cursor or is not seen, apart from the space. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Text of others as Markdown that GitHub shows as it is: a code span, in which nothing is markup. References to characters
 * would not do, because GitHub looks for mentions, addresses and numbers of issues in what they have become; in code it
 * looks for none. In answers by mail it takes quoted code for text, hence the space of no width behind an @.
 *
 * Not for tables, whose cells end at a | in code, too.
 * @param longest Characters that are shown; of more, the beginning.
 */
export function inertText(text: string, longest = 300): string {
  const line = text
    .slice(0, 4 * longest)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(UNSEEN, '\ufffd');
  const characters = [...line];
  const shown = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  // A span ends at as many backticks as it began with, and loses one space at both ends if it has it.
  const fence = '`'.repeat(1 + Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)));
  const space = shown === '' || /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown.replaceAll('@', '@\u200b')}${space}${fence}`;
}
