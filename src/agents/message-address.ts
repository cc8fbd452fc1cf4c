/**
 * A message in an address: `/en/agents/#message=` and the text as `encodeURIComponent` writes it. What follows the `#` no
 * browser sends to a server.
 */
const BEGINNING = '#message=';

/** Characters of a message that are taken from an address. */
export const LONGEST_IN_ADDRESS = 10_000;

/** What an address brings: a message, of which the rest may have been left out, or what nobody can read. */
export type AddressedMessage = { text: string; cut: boolean } | 'unreadable';

/** The message in the fragment of an address; undefined where it is about something else. */
export function messageInFragment(fragment: string): AddressedMessage | undefined {
  if (!fragment.startsWith(BEGINNING)) return undefined;
  try {
    const text = decodeURIComponent(fragment.slice(BEGINNING.length));
    // A pair of which one half was cut off is no letter.
    return {
      text: text.slice(0, LONGEST_IN_ADDRESS).replace(/\p{Cs}/gu, ''),
      cut: text.length > LONGEST_IN_ADDRESS,
    };
  } catch {
    return 'unreadable';
  }
}

/**
 * The address of a bookmark that takes what is selected on a page to the agents' page.
 * @param code Of components/agents/bookmarklet.js, as the page holds it.
 * @param page The agents' page, full.
 */
export function bookmarkAddress(code: string, page: string): string {
  const values: Record<string, string | number> = {
    PAGE: `${page}${BEGINNING}`,
    // More than that tells the page that there was more, even where a half of the last letter is left out.
    LONGEST: LONGEST_IN_ADDRESS + 2,
  };
  const filled = code.replace(/\b(?:PAGE|LONGEST)\b/g, (name) => JSON.stringify(values[name]));
  return `javascript:${encodeURIComponent(filled)}`;
}
