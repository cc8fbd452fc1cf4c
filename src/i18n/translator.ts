import { languageTag } from '../schemas/locale.ts';
import { languageOf, languages, type StringFile, type StringKey } from './languages.ts';

export type { StringKey };

/** Gives the interface text for a key. A `count` among the values chooses the plural form. */
export type Strings = (key: StringKey, values?: Record<string, string | number>) => string;

const known = new Map<string, Strings>();

/**
 * The interface texts of a locale. English stands in for a language without a file, so that a page
 * is never blank; the content check reports that language.
 */
export function strings(locale: string): Strings {
  // Every part of every page asks, and the forms of plurals and numbers take time to look up.
  const before = known.get(locale);
  if (before) return before;
  const made = stringsOf(locale);
  known.set(locale, made);
  return made;
}

function stringsOf(locale: string): Strings {
  const file = languageOf(locale) ?? languages['en']!;
  const tag = languageTag(locale);
  const plural = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (key, values = {}) => {
    const count = values['count'];
    const template = typeof count === 'number' ? pluralForm(file, key, plural.select(count)) : file[key];
    if (template === undefined) throw new Error(`Interface text “${key}” is missing in the language “${locale}”.`);
    return template.replace(/\{(\w+)\}/g, (written, name: string) => {
      const value = values[name];
      return value === undefined ? written : typeof value === 'number' ? number.format(value) : value;
    });
  };
}

function pluralForm(file: StringFile, key: string, form: Intl.LDMLPluralRule): string | undefined {
  return file[`${key}.${form}`] ?? file[`${key}.other`] ?? file[key];
}
