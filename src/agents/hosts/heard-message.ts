/** What a help desk shows of a conversation, as far as the agents' page takes it. */
export interface CustomerMessage {
  /** Plain text; '' where the customer has written nothing yet. */
  text: string;
  /** BCP 47, of the customer, where the help desk knows it. */
  locale?: string;
  /** Another one when another conversation is shown. */
  conversation?: string;
}

/** What is longer (characters) is no message; reading it would stop the page. */
export const LONGEST_BODY = 5_000_000;

/** So much of a message (characters) is taken; nobody reads more, and no search does. */
const LONGEST_TEXT = 20_000;

/** Makes a message of what a help desk says, of whatever type it is: what does not fit is left out. */
export function heardMessage(said: { text: unknown; locale?: unknown; conversation?: unknown }): CustomerMessage {
  const text = typeof said.text === 'string' ? said.text.slice(0, LONGEST_TEXT) : '';
  const { locale, conversation } = said;
  return {
    // Neither what shows nothing nor what turns the direction of the text around it.
    text: text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
      .trim(),
    ...(typeof locale === 'string' && /^[a-z]{2,3}([-_][a-z\d]{2,8}){0,3}$/i.test(locale)
      ? { locale: locale.replaceAll('_', '-') }
      : {}),
    ...((typeof conversation === 'string' && conversation.length <= 100) || typeof conversation === 'number'
      ? { conversation: String(conversation) }
      : {}),
  };
}
