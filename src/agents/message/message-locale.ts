import { questionLanguage } from '../../search/core/query/question-language.ts';

/**
 * The site's locale that a message is written in, as far as that can be told.
 * @param told The customer's language by whoever passes the message on (BCP 47: `de`, `pt-BR`); it holds unless the
 * message is clearly in another one.
 */
export async function messageLocale(
  message: string,
  locales: readonly string[],
  told?: string,
): Promise<string | undefined> {
  const expected = told === undefined ? undefined : closestLocale(told, locales);
  return (await questionLanguage(message, locales, expected)) ?? expected;
}

/** The site's locale for a language tag: itself, or the first in the same language; undefined where there is none. */
export function closestLocale(tag: string, locales: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  const language = (code: string) => code.split('-')[0];
  return locales.find((locale) => locale === wanted) ?? locales.find((locale) => language(locale) === language(wanted));
}
