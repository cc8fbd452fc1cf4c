import { toString as plainText } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { expandText } from '../../../../src/content/insert/expand.ts';
import { createSources } from '../../../../src/content/insert/sources.ts';
import { variableText } from '../../../../src/content/insert/variable-text.ts';
import { type Variable, variablesSchema } from '../../../../src/schemas/variables.ts';
import type { SourceSite } from '../sources/source.ts';
import { hasMarks, replaceMarks, withoutMarks } from '../sources/value-marks.ts';
import type { PlannedFile } from './article-file.ts';

/** A text in which values may be marked. */
export interface MarkedText {
  locale: string;
  markdown: string;
  /** What a snippet has parameters for means these. */
  parameters?: readonly string[];
}

/** Beyond, values are not tried one by one. */
const MOST_TRIED = 100;

/**
 * Makes variables of values that texts show and that the old site kept in one place. Each text is put together again and
 * compared; where that would not give the same, and where a name has two values in one language, the value stays written.
 *
 * @param owners What is in variables.yaml when the owner wrote it: the import uses what fits, and does not touch it.
 */
export function variableFile(
  site: SourceSite,
  texts: readonly MarkedText[],
  owners: ReadonlyMap<string, Variable> | undefined,
): { file?: PlannedFile; texts: string[] } {
  const said = valuesIn(texts);
  const variables = new Map<string, Variable>();
  for (const [name, byLocale] of said) {
    const values = [...byLocale].map(([locale, all]) => [locale, [...all]] as const);
    const differs = values.find(([, all]) => all.length > 1);
    if (differs) {
      note(site, 'variable-differs', `${name} says different things in ${differs[0]}, so it stays written out`);
      continue;
    }
    const order = ([locale]: readonly [string, unknown]): number => site.locales.indexOf(locale);
    const each = Object.fromEntries(
      values.toSorted((one, other) => order(one) - order(other)).map(([locale, [value = '']]) => [locale, value]),
    );
    const [first = ''] = Object.values(each);
    const variable: Variable = Object.values(each).every((value) => value === first) ? first : each;
    if (!variablesSchema.safeParse({ [name]: variable }).success) continue;
    if (owners && !fits(owners.get(name), each, site.locales[0] ?? 'en')) {
      note(
        site,
        'variable-not-added',
        `${name} (“${first}”) stays written out, because variables.yaml is yours; add it there, and import again`,
      );
      continue;
    }
    variables.set(name, owners?.get(name) ?? variable);
  }
  const used = new Set<string>();
  const written = texts.map((text) =>
    hasMarks(text.markdown) ? withVariables(text, variables, site, used) : text.markdown,
  );
  if (used.size === 0) return { texts: written };
  const names = [...used].sort();
  note(
    site,
    'variables-made',
    `${names.length} value${names.length === 1 ? '' : 's'} that the old site kept in one place ${names.length === 1 ? 'is a variable' : 'are variables'}: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' and more' : ''}`,
  );
  if (owners) return { texts: written };
  const text = stringify(Object.fromEntries(names.map((name) => [name, variables.get(name)])), { lineWidth: 0 });
  return {
    file: { key: 'variables', path: 'variables.yaml', text, category: '', origin: 'values of the old site' },
    texts: written,
  };
}

function note({ notes }: SourceSite, kind: string, detail: string): void {
  notes.push({ level: kind === 'variables-made' ? 'info' : 'changed', kind, detail });
}

/** What each name says in each language. */
function valuesIn(texts: readonly MarkedText[]): Map<string, Map<string, Set<string>>> {
  const said = new Map<string, Map<string, Set<string>>>();
  for (const { markdown, locale, parameters } of texts)
    replaceMarks(markdown, (name, value) => {
      const plain = parameters?.includes(name) ? undefined : plainValue(value);
      if (plain === undefined) return '';
      const byLocale = said.get(name) ?? new Map<string, Set<string>>();
      said.set(name, byLocale.set(locale, (byLocale.get(locale) ?? new Set()).add(plain)));
      return '';
    });
  return said;
}

const parser = unified().use(remarkParse).freeze();

/** A value in Markdown as its readers see it; undefined for one with markup. */
function plainValue(markdown: string): string | undefined {
  const [paragraph, ...more] = parser.parse(`.${markdown}`).children;
  if (more.length > 0 || paragraph?.type !== 'paragraph') return undefined;
  return paragraph.children.every(({ type }) => type === 'text') ? plainText(paragraph).slice(1) : undefined;
}

function fits(own: Variable | undefined, values: Record<string, string>, defaultLocale: string): boolean {
  return (
    own !== undefined &&
    Object.entries(values).every(([locale, value]) => variableText(own, locale, defaultLocale).text === value)
  );
}

/** The text with as many variables as leave it the same. */
function withVariables(
  { markdown, locale, parameters = [] }: MarkedText,
  variables: ReadonlyMap<string, Variable>,
  site: SourceSite,
  used: Set<string>,
): string {
  const sources = createSources([], new Set(), { values: variables, broken: new Set() }, site.locales[0] ?? 'en');
  const plain = withoutMarks(markdown);
  let marks = 0;
  const written = (take: (at: number) => boolean): { text: string; names: string[] } => {
    const names: string[] = [];
    let at = 0;
    const text = replaceMarks(markdown, (name, value) => {
      at += 1;
      if (!variables.has(name) || parameters.includes(name) || !take(at)) return value;
      names.push(name);
      return `:var{${name}}`;
    });
    marks = at;
    return { text, names };
  };
  const expanded = (text: string): string =>
    expandText({ markdown: text, file: 'a.md', line: 1, locale }, sources).text;
  const same = expanded(plain);
  const isSame = ({ text }: { text: string }): boolean => expanded(text) === same;
  let best = written(() => true);
  if (!isSame(best)) {
    const right = new Set<number>();
    for (let at = 1; at <= Math.min(marks, MOST_TRIED); at++) if (isSame(written((one) => one === at))) right.add(at);
    best = written((one) => right.has(one));
    if (!isSame(best)) return plain;
  }
  for (const name of best.names) used.add(name);
  return best.text;
}
