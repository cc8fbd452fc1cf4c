import { languageOf } from '../../../core/text/language.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { JAPANESE } from './ja.ts';
import { KOREAN } from './ko.ts';
import type { Phrases } from './phrases.ts';
import { CHINESE } from './zh.ts';

/** By the language of a locale; `zh` writes simplified signs, which the models read beside traditional ones. */
const LANGUAGES: Record<string, Phrases> = {
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
  ko: KOREAN,
  zh: CHINESE,
};

/** Undefined for languages without phrases: the student then learns from words and the site's own text alone. */
export function phrasesOf(locale: string): Phrases | undefined {
  return LANGUAGES[languageOf(locale)];
}
