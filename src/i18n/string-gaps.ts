import { languageTag } from '../schemas/locale.ts';
import { languages, type StringFile, stringFileOf } from './languages.ts';

const FORM = /\.(zero|one|two|few|many|other)$/;

/** What keeps a language from being complete. */
export interface Gap {
  kind: 'no-file' | 'missing' | 'unknown' | 'placeholders';
  /** The key concerned; '' when the whole file is missing. */
  key: string;
}

/** Where the interface of `locale` would show a wrong language, a hole or `{name}`. Empty when complete. */
export function stringGaps(locale: string, file: StringFile | undefined = stringFileOf(locale)): Gap[] {
  if (!file) return [{ kind: 'no-file', key: '' }];
  const english = languages.en!;
  const wanted = wantedKeys(english, locale);
  const gaps: Gap[] = [];
  for (const [key, model] of wanted) {
    const own = file[key];
    if (!own) gaps.push({ kind: 'missing', key });
    else if (placeholders(own) !== placeholders(model)) gaps.push({ kind: 'placeholders', key });
  }
  for (const key of Object.keys(file)) if (!wanted.has(key)) gaps.push({ kind: 'unknown', key });
  return gaps;
}

/** Each key with its English text; a plural once for every form the language tells apart. */
function wantedKeys(english: StringFile, locale: string): Map<string, string> {
  const forms = new Intl.PluralRules(languageTag(locale)).resolvedOptions().pluralCategories;
  const wanted = new Map<string, string>();
  for (const [key, value] of Object.entries(english)) {
    if (!FORM.test(key)) wanted.set(key, value);
    else
      for (const form of forms)
        wanted.set(key.replace(FORM, `.${form}`), english[key.replace(FORM, '.other')] ?? value);
  }
  return wanted;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join();
}
