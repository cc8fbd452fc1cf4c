import { cutQuestions, type MessagePart } from './cut-questions.ts';
import { messageLocale } from './message-locale.ts';
import { ownWords } from './own-words.ts';

/** What a message says and asks, and in which language. */
export interface UnderstoodMessage {
  /** The customer's own words; '' for an empty message. */
  own: string;
  /** Its questions and what may be some, in order. */
  parts: MessagePart[];
  /** The site's locale that it is written in; undefined when that is none of them, or cannot be told. */
  locale: string | undefined;
  /** True where it is none of them. */
  foreign: boolean;
}

/** Fewer letters may be a name or a code. */
const FEWEST_LETTERS = 20;

/**
 * Reads a customer's message.
 * @param locales Of the site.
 * @param told The customer's language by whoever passes the message on, as for `messageLocale`.
 */
export async function understandMessage(
  message: string,
  locales: readonly string[],
  told?: string,
): Promise<UnderstoodMessage> {
  const own = ownWords(message);
  const locale = await messageLocale(own, locales, told);
  const letters = own.match(/\p{L}/gu)?.length ?? 0;
  return { own, parts: cutQuestions(own), locale, foreign: locale === undefined && letters >= FEWEST_LETTERS };
}
