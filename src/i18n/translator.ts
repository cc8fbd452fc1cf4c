import { languageTag } from '../schemas/locale.ts';
import { createTranslator, type Translate } from './create-translator.ts';
import { type StringKey, stringsOf } from './languages.ts';

/** A translator for all the interface strings; other keys don't compile. */
export type Translator = Translate<StringKey>;

const translators = new Map<string, Translator>();

/**
 * The translator of a locale for pages and reports, made once, since every part of every page needs it.
 * @returns a function that throws an Error for a key that has no string; `npm run check` names what a language lacks.
 */
export function translator(locale: string): Translator {
  const known = translators.get(locale);
  if (known) return known;
  const made = createTranslator<StringKey>(stringsOf(locale), languageTag(locale), (key) => {
    throw new Error(`Interface text “${key}” is missing in the language “${locale}”.`);
  });
  translators.set(locale, made);
  return made;
}
