import { stringsPath } from '../../content/read-strings.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { stringFileOf } from '../../i18n/languages.ts';
import { type Gap, missingStrings, stringGaps } from '../../i18n/string-gaps.ts';
import type { Rule } from '../rule.ts';

/** Keys named of those that are missing. */
const NAMED = 5;

const FOUND: Record<Gap['kind'], (key: string) => string> = {
  'no-file': () => 'no interface text in this language',
  missing: (key) => `no text for "${key}"`,
  unknown: (key) => `"${key}", which nothing asks for`,
  placeholders: (key) => `other {places} in "${key}" than the English text has`,
  brace: (key) => `a brace that opens no place in "${key}"`,
};

const REMEDY: Record<Gap['kind'], string> = {
  'no-file': 'Copy src/i18n/en.json, translate it, and list it in src/i18n/languages.ts.',
  missing: 'Translate it from src/i18n/en.json.',
  unknown: 'Remove it, or add it to src/i18n/en.json.',
  placeholders: 'Use the same {places}, in the order that suits the language.',
  brace: 'Write { and } only around the name of a place.',
};

export const interfaceStrings: Rule = {
  name: 'interface-strings',
  ensures: 'Buttons and labels speak every language of the site.',
  check({ center }) {
    return (center.site?.locales ?? []).flatMap(({ code }) =>
      stringFileOf(code) ? shippedGaps(code) : ownGaps(code, center),
    );
  },
};

/** What a shipped language lacks; reading says what is wrong with an owner's text in its place. */
function shippedGaps(locale: string): Problem[] {
  return stringGaps(locale).map(({ kind, key }) => ({
    file: `src/i18n/${locale}.json`,
    line: 1,
    rule: 'interface-strings',
    ...(key && { field: key }),
    found: FOUND[kind](key),
    expected: 'a text for every key of src/i18n/en.json and no other',
    remedy: REMEDY[kind],
    severity: 'error',
  }));
}

/**
 * What the owner's language lacks, in one problem: a file that is just begun lacks some three hundred texts. English
 * stands in their place, so that a language can be published before all of it is translated, and so that a text which a
 * newer Signpost brings keeps nobody's site from being built; without a file there is no such language.
 */
function ownGaps(locale: string, { files, strings }: HelpCenter): Problem[] {
  const file = stringsPath(locale);
  const there = files.includes(file);
  // Reading says why the file cannot be used.
  if (there && !strings[locale]) return [];
  const missing = missingStrings(locale, strings);
  if (missing.length === 0) return [];
  const named = missing.length > NAMED ? `${missing.slice(0, NAMED).join(', ')} and more` : missing.join(', ');
  return [
    {
      file,
      line: 1,
      rule: 'interface-strings',
      found: there
        ? `texts of the interface that are still English (${missing.length}): ${named}`
        : `no such file, and Signpost speaks no "${locale}" by itself`,
      expected: 'a text for every key of the interface',
      remedy: `Run npm run strings -- ${locale}: it writes the missing keys into ${file}, with the English texts. Translate them there.`,
      severity: there ? 'warning' : 'error',
    },
  ];
}
