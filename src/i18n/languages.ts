import { directionOf } from '../schemas/locale.ts';
import { ownValue } from '../site/own-value.ts';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import { pseudoStrings } from './pseudo-locales.ts';
import ptBr from './pt-br.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import zhCn from './zh-cn.json' with { type: 'json' };
import zhTw from './zh-tw.json' with { type: 'json' };

/** A file of interface strings: flat, plural forms as `key.one`, `key.other` … */
export type StringFile = Record<string, string>;

/** Interface strings that the owner writes, by locale: some of a shipped language's, or all of another one's. */
export type OwnStrings = Readonly<Record<string, StringFile>>;

/** The interface strings of every language Signpost speaks; English is complete by definition. */
export const languages: Record<string, StringFile> = {
  ar,
  de,
  en,
  es,
  fr,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-br': ptBr,
  ru,
  tr,
  'zh-cn': zhCn,
  'zh-tw': zhTw,
};

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key> = Key extends `${infer Base}.${PluralForm}` ? Base : Key;

/** The keys that code may ask for; a plural's forms share one key. */
export type StringKey = WithoutForm<keyof typeof en>;

/** The end of a key that is one of a plural's forms. */
const FORM = /\.(?:zero|one|two|few|many|other)$/;

/**
 * The shipped file for a locale: its own, else a made-up one (`en-xa`), else one in the same language and script (`en-gb`
 * and `en-au` read `en`, `zh-hk` reads `zh-tw`, `pt` reads `pt-br`), else none.
 */
export function stringFileOf(locale: string): StringFile | undefined {
  return ownValue(languages, locale) ?? pseudoStrings(en, locale) ?? ownValue(languages, relativeOf(locale) ?? '');
}

/**
 * The interface strings of a locale: the shipped ones with the owner's in their place. In a language that is not
 * shipped English stands for what the owner has not written, so that a page is never blank; the check names it.
 */
export function stringsOf(locale: string, own: OwnStrings = {}): StringFile {
  const shipped = stringFileOf(locale);
  const written = ownValue(own, locale);
  const texts = written ? { ...(shipped ?? Object.fromEntries(wantedStrings(locale))), ...written } : (shipped ?? en);
  return texts !== en && directionOf({ code: locale }) === 'rtl' ? withIsolatedPlaces(texts) : texts;
}

/**
 * Texts that run from right to left with each place between the signs that keep what is filled in apart from the words
 * around it: a telephone number or a date would else show its groups in reverse. Not the name of the site, which programs
 * read, and no counts, which have one group.
 */
function withIsolatedPlaces(texts: StringFile): StringFile {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      key === 'site.suffix' ? text : text.replace(/\{(?!count\})\w+\}/g, '\u2068$&\u2069'),
    ]),
  );
}

/** Each key that a language needs, with its English text; a plural once for every form the language tells apart. */
export function wantedStrings(locale: string): Map<string, string> {
  const forms = new Intl.PluralRules(tagOf(locale) ?? 'en').resolvedOptions().pluralCategories;
  const english: StringFile = en;
  const wanted = new Map<string, string>();
  for (const [key, value] of Object.entries(english)) {
    if (!FORM.test(key)) wanted.set(key, value);
    else
      for (const form of forms) {
        const own = key.replace(FORM, `.${form}`);
        wanted.set(own, english[own] ?? english[key.replace(FORM, '.other')] ?? value);
      }
  }
  return wanted;
}

/** The shipped locale that is written like this one: in the same language and script as Unicode knows them. */
function relativeOf(locale: string): string | undefined {
  const written = (code: string): string => {
    const { language, script } = new Intl.Locale(code).maximize();
    return `${language} ${script}`;
  };
  const tag = tagOf(locale);
  return tag && Object.keys(languages).find((code) => written(code) === written(tag));
}

/** The tag for Intl; undefined for what is none: names of folders come here, too. */
function tagOf(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
