import { ownValue } from '../site/own-value.ts';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import { pseudoStrings } from './pseudo-locales.ts';
import zhCn from './zh-cn.json' with { type: 'json' };

/** A file of interface strings: flat, plural forms as `key.one`, `key.other` … */
export type StringFile = Record<string, string>;

/** The interface strings of every language Signpost speaks; English is complete by definition. */
export const languages: Record<string, StringFile> = { en, ko, 'zh-cn': zhCn };

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key> = Key extends `${infer Base}.${PluralForm}` ? Base : Key;

/** The keys that code may ask for; a plural's forms share one key. */
export type StringKey = WithoutForm<keyof typeof en>;

/** The file for a locale: its own, else a made-up one (`en-xa`), else that of its language (`en-gb` reads `en`), else none. */
export function stringFileOf(locale: string): StringFile | undefined {
  return ownValue(languages, locale) ?? pseudoStrings(en, locale) ?? ownValue(languages, locale.split('-')[0]!);
}

/** The interface strings of a locale. English stands in for a language without a file, so that a page is never blank. */
export function stringsOf(locale: string): StringFile {
  return stringFileOf(locale) ?? en;
}
