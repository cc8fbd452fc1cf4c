/** Gives an interface string with its values filled in; `count` chooses the plural form. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export function sayIn({ strings, locale }: { strings: Record<string, string>; locale: string }): Say {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${key}.${plural.select(count)}` : key;
    const template = strings[form] ?? strings[`${key}.other`] ?? strings[key] ?? '';
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}
