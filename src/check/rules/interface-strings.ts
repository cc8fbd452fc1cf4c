import type { Problem } from '../../content/types.ts';
import { type Gap, stringGaps } from '../../i18n/string-gaps.ts';
import type { Rule } from '../rule.ts';

const FOUND: Record<Gap['kind'], (key: string) => string> = {
  'no-file': () => 'no interface text in this language',
  missing: (key) => `no text for "${key}"`,
  unknown: (key) => `"${key}", which nothing asks for`,
  placeholders: (key) => `other {places} in "${key}" than the English text has`,
};

const REMEDY: Record<Gap['kind'], string> = {
  'no-file': 'Copy src/i18n/en.json, translate it, and list it in src/i18n/languages.ts.',
  missing: 'Translate it from src/i18n/en.json.',
  unknown: 'Remove it, or add it to src/i18n/en.json.',
  placeholders: 'Use the same {places}, in the order that suits the language.',
};

export const interfaceStrings: Rule = {
  name: 'interface-strings',
  ensures: 'Buttons and labels speak every language of the site.',
  check({ center }) {
    return (center.site?.locales ?? []).flatMap(({ code }) =>
      stringGaps(code).map(
        ({ kind, key }): Problem => ({
          file: `src/i18n/${code}.json`,
          line: 1,
          rule: 'interface-strings',
          ...(key && { field: key }),
          found: FOUND[kind](key),
          expected: 'a text for every key of src/i18n/en.json and no other',
          remedy: REMEDY[kind],
          severity: 'error',
        }),
      ),
    );
  },
};
