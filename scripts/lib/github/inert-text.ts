/** What turns the direction of writing, moves a cursor or is not seen, apart from the space. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Text of others as Markdown that GitHub shows as it is, in the type of code. Every sign that could be markup is a
 * reference to its character. That alone would not do: GitHub looks for mentions, numbers of issues and commits in what
 * has been rendered; in code it looks for none. In answers by mail it takes quoted code for text, hence the space of no
 * width behind an @.
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
  const references = shown.replace(
    /[!-/:-@[-`{-~]/g,
    (sign) => `&#${sign.charCodeAt(0)};${sign === '@' ? '&#8203;' : ''}`,
  );
  return `<code>${references}</code>`;
}
