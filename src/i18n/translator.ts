import { languageTag } from '../schemas/locale.ts';
import { createTranslator, type Translate } from './create-translator.ts';
import { type OwnStrings, type StringKey, stringsOf } from './languages.ts';

/** A translator for all the interface strings; other keys don't compile. */
export type Translator = Translate<StringKey>;

const NONE: OwnStrings = {};
/** By the owner's strings, which are one object for as long as they stay as they are, and by locale. */
const translators = new WeakMap<OwnStrings, Map<string, Translator>>();

/**
 * The translator of a locale for pages and reports, made once, since every part of every page needs it.
 * @param own What the owner writes in strings/ of the content folder. Pages get it from src/data.
 * @returns a function that throws an Error for a key that has no string; `npm run check` names what a language lacks.
 */
export function translator(locale: string, own = NONE): Translator {
  const known = translators.get(own) ?? new Map<string, Translator>();
  translators.set(own, known);
  const made =
    known.get(locale) ??
    createTranslator<StringKey>(stringsOf(locale, own), languageTag(locale), (key) => {
      throw new Error(`Interface text “${key}” is missing in the language “${locale}”.`);
    });
  known.set(locale, made);
  return made;
}
