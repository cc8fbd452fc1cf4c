import { ENGLISH } from './en.ts';
import type { Phrases } from './phrases.ts';

const LANGUAGES: Record<string, Phrases> = { en: ENGLISH };

/** Undefined for languages without phrases: the student then learns from words and the site's own text alone. */
export function phrasesOf(locale: string): Phrases | undefined {
  return LANGUAGES[languageOf(locale)];
}

/** `zh` of `zh-cn`. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0]!;
}
