import type { BoxConfig, ScriptString } from './config.ts';

/** Gives an interface string with its values filled in; `count` chooses the plural form. */
export type Phrases = (key: ScriptString, values?: Record<string, string | number>) => string;

export function phrases({ strings, locale }: Pick<BoxConfig, 'strings' | 'locale'>): Phrases {
  // Made when a number is to be said: browsers take some 15 ms to read what they know of a language.
  let plural: Intl.PluralRules | undefined;
  let number: Intl.NumberFormat | undefined;
  return (key, values = {}) => {
    const count = values['count'];
    const form = typeof count === 'number' ? `${key}.${(plural ??= new Intl.PluralRules(locale)).select(count)}` : key;
    const template = strings[form] ?? strings[`${key}.other`] ?? strings[key] ?? '';
    return template.replace(/\{(\w+)\}/g, (written, name: string) => {
      const value = values[name];
      return value === undefined ? written : typeof value === 'number' ? (number ??= new Intl.NumberFormat(locale)).format(value) : value;
    });
  };
}
