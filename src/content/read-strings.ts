import { type StringFile, stringFileOf, wantedStrings } from '../i18n/languages.ts';
import { flawOf, placesOf } from '../i18n/string-gaps.ts';
import { line } from '../schemas/line.ts';
import { localeSchema } from '../schemas/locale.ts';
import { closest } from './did-you-mean.ts';
import { readTextFile } from './text-file.ts';
import type { HelpCenter, Problem } from './types.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';
import { expectation, show } from './zod-issues.ts';

const FOLDER = 'strings/';
/** Four times the longest English text; a button or a sentence of more is a mistake, and every page would carry it. */
const LONGEST = 1000;
const text = line.max(LONGEST);
/** A file with more mistakes has the same one again and again. */
const MOST_PROBLEMS = 100;

/** The file of an owner's interface texts: `strings/cy.yaml`. */
export function stringsPath(locale: string): string {
  return `${FOLDER}${locale}.yaml`;
}

/** Whether a file lies where interface texts are. */
export function isStringsPath(file: string): boolean {
  return file.startsWith(FOLDER);
}

/**
 * Reads the interface texts that an owner writes, `strings/<locale>.yaml`. A text that cannot be used is a problem, and
 * the shipped one stays; those beside it are used.
 */
export async function readStrings(center: HelpCenter): Promise<void> {
  const locales = center.site?.locales.map(({ code }) => code);
  for (const file of center.files.filter(isStringsPath)) {
    const locale = file.slice(FOLDER.length).replace(/\.yaml$/, '');
    // Without settings there is no locale to compare with, and they are the problem.
    if (!locales) continue;
    if (file !== stringsPath(locale) || !locales.includes(locale)) {
      center.problems.push(misnamed(file, locales));
      continue;
    }
    const read = await readTextFile(center.root, file);
    if ('problem' in read) {
      center.problems.push(read.problem);
      continue;
    }
    const { strings, problems } = stringsOfFile(parseYaml(read.text.replace(/^\uFEFF/, ''), file), file, locale);
    center.problems.push(...problems.slice(0, MOST_PROBLEMS));
    if (strings) center.strings = { ...center.strings, [locale]: strings };
  }
}

function stringsOfFile(yaml: ParsedYaml, file: string, locale: string): { strings?: StringFile; problems: Problem[] } {
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const problem = (key: string, point: { line: number; column: number }, rest: Partial<Problem>): Problem => ({
    file,
    ...point,
    rule: 'strings',
    ...(key && { field: key }),
    found: '',
    expected: '',
    remedy: '',
    severity: 'error',
    ...rest,
  });
  const data = yaml.data ?? {};
  if (typeof data !== 'object' || Array.isArray(data))
    return {
      problems: [
        problem('', yaml.pointOf([]), {
          found: show(data),
          expected: 'lines of the form "nav.contact: Contact us"',
          remedy: `Run npm run strings -- ${locale}, which writes the file with all keys.`,
        }),
      ],
    };
  const wanted = wantedStrings(locale);
  const shipped = stringFileOf(locale) !== undefined;
  const strings: StringFile = {};
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(data)) {
    const model = wanted.get(key);
    if (model === undefined) {
      problems.push(problem(key, yaml.keyPointOf([key]), unknownKey(key, value, wanted.keys())));
      continue;
    }
    // A key that waits for its text: the check counts those of a language that is not shipped.
    if ((value === null || value === '') && !shipped) continue;
    const written = text.safeParse(value);
    const flaw = written.success ? flawOf(key, written.data, model, locale) : undefined;
    if (written.success && !flaw) strings[key] = written.data;
    else
      problems.push(
        problem(key, yaml.pointOf([key]), {
          found: show(value),
          expected: flaw ? placesExpected(model) : expectation(written.error!.issues[0]!),
          remedy: flaw ? REMEDIES[flaw](model) : wrongValue(key, value),
        }),
      );
  }
  return { strings, problems };
}

function unknownKey(key: string, value: unknown, known: Iterable<string>): Partial<Problem> {
  const meant = closest(key, known);
  const nested = typeof value === 'object' && value !== null;
  return {
    field: undefined,
    found: `${show(key)}, which nothing asks for`,
    expected: 'a key of the interface, as npm run strings lists them',
    remedy: nested
      ? 'Write each key whole, on a line of its own: "nav.contact: Contact us".'
      : meant === undefined
        ? 'Remove the line.'
        : `Did you mean "${meant}"? Otherwise remove the line.`,
    // Nobody meets it: the shipped text stands, or the check says that the key meant has none.
    severity: 'warning',
  };
}

const REMEDIES = {
  placeholders: (model: string) =>
    `Use the same {places} as the English text, in the order that suits the language: ${show(model)}.`,
  brace: (model: string) => `Write { and } only around the name of a place. The English text is ${show(model)}.`,
};

function placesExpected(model: string): string {
  const places = placesOf(model);
  return places.length === 0 ? 'a text without {places}' : `a text with ${places.join(', ')}`;
}

function wrongValue(key: string, value: unknown): string {
  if (value === null || value === '')
    return `Write a text for ${key}, or remove the line: the shipped text stands then.`;
  if (typeof value === 'string') return `Correct ${key}.`;
  return typeof value === 'object'
    ? `Write one text for ${key}.`
    : `Put quotes around the text: "${key}: '${String(value)}'".`;
}

function misnamed(file: string, locales: readonly string[]): Problem {
  const name = file.slice(FOLDER.length).replace(/\.\w+$/, '');
  const meant = locales.find((code) => code === name.toLowerCase()) ?? closest(name, locales);
  const remedies = [
    meant === undefined ? undefined : `Call it ${stringsPath(meant)}`,
    locales.includes(name) || !localeSchema.shape.code.safeParse(name).success
      ? undefined
      : `Add ${name} to locales in site.yaml`,
  ].filter((remedy) => remedy !== undefined);
  return {
    file,
    line: 1,
    rule: 'strings',
    found: 'a file that is named after no locale of site.yaml',
    expected: `one of ${locales.map(stringsPath).join(', ')}`,
    remedy: `${remedies.join('. Or is the language new? ') || 'Move it out of the folder strings'}.`,
    severity: 'error',
  };
}
