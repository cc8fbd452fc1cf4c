import { stringify } from 'yaml';
import type { StringFile } from '../../../src/i18n/languages.ts';
import { isForReaders } from '../../../src/i18n/string-gaps.ts';
import { languageTag } from '../../../src/schemas/locale.ts';

/** What a file of interface texts is made from. */
export interface StringsText {
  locale: string;
  /** Each key that the language needs, with its English text. */
  wanted: ReadonlyMap<string, string>;
  /** The shipped texts of the language; undefined for one that is not shipped. */
  shipped: StringFile | undefined;
  /** The file as it is; '' for a new one. */
  before: string;
}

const REPORT =
  '# The report of npm run insights, which readers never see: where a text is left empty here, the English one stands.';

/**
 * The text of `strings/<locale>.yaml`, with every key that the file does not name yet at its end, in groups: in a
 * language that is not shipped with quotes to write the text between, since many end with a colon or begin with a brace,
 * which mean something in YAML, below the English one; in a shipped one as a comment with its text, to be
 * changed where somebody wants another.
 */
export function stringsText({ locale, wanted, shipped, before }: StringsText): string {
  const named = new Set([...before.matchAll(/^#? ?["']?([\w.-]+)["']?:/gm)].map(([, key]) => key!));
  const added = [...wanted].filter(([key]) => !named.has(key));
  if (added.length === 0) return before;
  const begin = before === '' ? heading(locale, shipped !== undefined) : `${before.trimEnd()}\n`;
  let group = '';
  const lines = added.flatMap(([key, english]) => {
    const [first = ''] = key.split('.');
    const note = isForReaders(key) || shipped ? [] : [REPORT];
    const gap = first === group ? [] : ['', ...note];
    group = first;
    return shipped
      ? [...gap, `# ${yamlLine(key, shipped[key] ?? english)}`]
      : [...gap, `# ${english.replaceAll('\n', '\\n')}${formNote(key, locale)}`, `${key}: ""`];
  });
  return `${begin}${lines.join('\n')}\n`;
}

function heading(locale: string, shipped: boolean): string {
  return `# The interface in ${languageName(locale)}${shipped ? ', as it is shipped. To change a text, take away the "# " before its line.' : '.'}
${shipped ? '' : '# Write each text between its quotes; the English one stands above it. A straight quote within a text is written \\".\n'}# {places} stay as they are, in the order that suits the language. HTML is shown as it is written.
`;
}

/** Which numbers a plural form is for: ` (1, 21, 31 …)`. */
function formNote(key: string, locale: string): string {
  const form = /\.(zero|one|two|few|many|other)$/.exec(key)?.[1];
  if (!form) return '';
  const rules = new Intl.PluralRules(languageTag(locale));
  const numbers = Array.from({ length: 201 }, (_, count) => count).filter((count) => rules.select(count) === form);
  const shown = numbers.slice(0, 4).join(', ');
  if (numbers.length === 0) return ' (fractions and very large numbers)';
  return numbers.length > 4 ? ` (${shown} …)` : ` (${shown})`;
}

/** “Welsh” of `cy`; the tag itself where nobody knows it. */
export function languageName(locale: string, inLocale = 'en'): string {
  return new Intl.DisplayNames([inLocale, 'en'], { type: 'language' }).of(languageTag(locale)) ?? locale;
}

/** On one line, whatever it holds: a line that begins within quotes could not be taken out of a comment alone. */
function yamlLine(key: string, value: string): string {
  return stringify(
    { [key]: value },
    { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY },
  ).trimEnd();
}
