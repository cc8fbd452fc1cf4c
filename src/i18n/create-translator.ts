/** Gives the interface string for a key with its values filled in. A `count` among the values chooses the plural form. */
export type Translate<Key extends string = string> = (key: Key, values?: Record<string, string | number>) => string;

/**
 * The one translator of pages, scripts and reports. It imports no strings, so that a browser loads only those that its
 * page holds.
 * @param strings By key; plural forms as `key.one`, `key.other` …
 * @param locale For Intl: which plural form a count takes, and how numbers are written.
 * @param missing What stands for a key that has no string; nothing when left out.
 * @returns a function that leaves a placeholder without a value as it is written, `{name}`, where the lack is seen.
 */
export function createTranslator<Key extends string>(
  strings: Record<string, string>,
  locale: string,
  missing: (key: Key) => string = () => '',
): Translate<Key> {
  // Made at the first number: browsers take some 15 ms to read what they know of a language.
  let plural: Intl.PluralRules | undefined;
  let number: Intl.NumberFormat | undefined;
  return (key, values = {}) => {
    const count = values.count;
    const form =
      typeof count === 'number' ? `${key}.${((plural ??= new Intl.PluralRules(locale))).select(count)}` : key;
    const template = strings[form] ?? strings[`${key}.other`] ?? strings[key] ?? missing(key);
    return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      return typeof value === 'number'
        ? (number ??= new Intl.NumberFormat(locale)).format(value)
        : (value ?? placeholder);
    });
  };
}
