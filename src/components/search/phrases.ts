import type { BoxConfig, ScriptString } from './box-config.ts';

/** Gives an interface string with its values filled in; `count` chooses the plural form. */
export type Phrases = (key: ScriptString, values?: Record<string, string | number>) => string;

export function phrases({ strings, locale }: Pick<BoxConfig, 'strings' | 'locale'>): Phrases {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const count = values['count'];
    const form = typeof count === 'number' ? `${key}.${plural.select(count)}` : key;
    const template = strings[form] ?? strings[`${key}.other`] ?? strings[key] ?? '';
    return template.replace(/\{(\w+)\}/g, (written, name: string) => {
      const value = values[name];
      return value === undefined ? written : typeof value === 'number' ? number.format(value) : value;
    });
  };
}
