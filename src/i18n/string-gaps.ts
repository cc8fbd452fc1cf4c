import { languageTag } from '../schemas/locale.ts';
import { type OwnStrings, type StringFile, stringFileOf, wantedStrings } from './languages.ts';

/** What keeps a language from being complete. */
export interface Gap {
  kind: 'no-file' | 'missing' | 'unknown' | Flaw;
  /** The key concerned; '' when the whole file is missing. */
  key: string;
}

/** What makes one text show `{name}` or a hole: other places than the English text has, or a brace that is none. */
export type Flaw = 'placeholders' | 'brace';

const PLACE = /\{\w+\}/g;
/** Counts that Intl is asked for the form of: languages repeat themselves within a hundred. */
const COUNTS = 200;

/** Where the interface of `locale` would show a wrong language, a hole or `{name}`. Empty when complete. */
export function stringGaps(locale: string, file: StringFile | undefined = stringFileOf(locale)): Gap[] {
  if (!file) return [{ kind: 'no-file', key: '' }];
  const wanted = wantedStrings(locale);
  const gaps: Gap[] = [];
  for (const [key, model] of wanted) {
    const own = file[key];
    const flaw = own && flawOf(key, own, model, locale);
    if (!own) gaps.push({ kind: 'missing', key });
    else if (flaw) gaps.push({ kind: flaw, key });
  }
  for (const key of Object.keys(file)) if (!wanted.has(key)) gaps.push({ kind: 'unknown', key });
  return gaps;
}

/** The strings that an owner's language, or one that is shipped, still lacks of those that readers meet. */
export function missingStrings(locale: string, own: OwnStrings): string[] {
  const file = { ...stringFileOf(locale), ...own[locale] };
  return [...wantedStrings(locale).keys()].filter((key) => isForReaders(key) && !file[key]);
}

/** Whether pages show a text; those of the report of `npm run insights` only the owner reads, in any language. */
export function isForReaders(key: string): boolean {
  return !key.startsWith('insights.');
}

/**
 * What is wrong with the text of a key, given its English text. A plural form that stands for one number may leave out
 * the number: “مقالتان” is two articles.
 */
export function flawOf(key: string, text: string, model: string, locale: string): Flaw | undefined {
  if (/[{}]/.test(text.replace(PLACE, ''))) return 'brace';
  const [own, wanted] = [placesOf(text), placesOf(model)];
  const lost = wanted.filter((place) => !own.includes(place));
  const foreign = own.some((place) => !wanted.includes(place));
  return foreign || (lost.length > 0 && !(lost.join() === '{count}' && isOneNumber(key, locale)))
    ? 'placeholders'
    : undefined;
}

/** The places of a text, as written and each once: `{count}`. */
export function placesOf(text: string): string[] {
  return [...new Set(text.match(PLACE))];
}

function isOneNumber(key: string, locale: string): boolean {
  const form = /\.(zero|one|two|few|many)$/.exec(key)?.[1];
  if (!form) return false;
  const rules = new Intl.PluralRules(languageTag(locale));
  return Array.from({ length: COUNTS }, (_, count) => rules.select(count)).filter((one) => one === form).length === 1;
}
