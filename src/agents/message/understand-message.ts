import { questionOf } from '../customer-message.ts';
import { messageLocale } from './message-locale.ts';

/** What a message asks, and in which language. */
export interface UnderstoodMessage {
  /** In the customer's words and order; none for an empty message. */
  questions: string[];
  /** The site's locale that it is written in; undefined when that is none of them, or cannot be told. */
  locale: string | undefined;
}

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
  const own = questionOf(message);
  return { questions: own === '' ? [] : [own], locale: await messageLocale(own, locales, told) };
}
