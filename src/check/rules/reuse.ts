import { snippetPath } from '../../content/insert/read-sources.ts';
import type { Use } from '../../content/insert/sources.ts';
import { usesOf } from '../../content/insert/uses.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

const VARIABLES = 'variables.yaml';
/** Places that are named; the rest is counted. */
const SHOWN = 3;

export const reuse: Rule = {
  name: 'reuse',
  ensures: 'Each snippet and each variable stands somewhere, and speaks the languages in which it does.',
  check({ center }) {
    if (center.sources.snippets.length === 0 && center.sources.variables.values.size === 0) return [];
    const uses = usesOf(center);
    return [...unused(center, uses), ...untranslated(center, uses)];
  },
};

function unused({ sources, root }: HelpCenter, uses: readonly Use[]): Problem[] {
  const used = new Set(uses.map(({ kind, name }) => `${kind} ${name}`));
  const snippets = sources.snippets
    .filter(({ name }) => !used.has(`snippet ${name}`))
    .map(
      ({ file, name }): Problem => ({
        file,
        line: 1,
        rule: 'reuse',
        found: 'a snippet that no text puts in',
        expected: `::snippet{${name}} in an article`,
        remedy: 'Put it in where its text is repeated, or remove the file.',
        severity: 'warning',
      }),
    );
  const variables = [...sources.variables.values.keys()]
    .filter((name) => !used.has(`variable ${name}`))
    .map(
      (name): Problem => ({
        file: VARIABLES,
        ...pointInYaml(root, VARIABLES, [name]),
        rule: 'reuse',
        field: name,
        found: 'a variable that no text puts in',
        expected: `:var{${name}} in an article`,
        remedy: 'Put it in where its value is written, or remove it.',
        severity: 'warning',
      }),
    );
  return [...snippets, ...variables];
}

function untranslated({ sources, root, site }: HelpCenter, uses: readonly Use[]): Problem[] {
  const codes = site?.locales.map(({ code }) => code) ?? [];
  const lacking = Map.groupBy(
    uses.filter(({ lacking: locale }) => locale !== undefined && codes.includes(locale)),
    ({ kind, name, lacking: locale }) => `${locale} ${kind} ${name}`,
  );
  return [...lacking.values()].map((places): Problem => {
    const { kind, name, lacking: locale = '' } = places[0]!;
    const isSnippet = kind === 'snippet';
    const at = isSnippet
      ? { file: snippetPath(sources.defaultLocale, name), line: 1 }
      : { file: VARIABLES, ...pointInYaml(root, VARIABLES, [name]), field: name };
    return {
      ...at,
      rule: 'reuse',
      found: `no ${isSnippet ? 'text' : 'value'} in ${locale} for ${listed(places)}`,
      expected: `${isSnippet ? 'a text' : 'a value'} in each language that puts it in`,
      remedy: isSnippet ? `Write ${snippetPath(locale, name)}.` : `Add ${locale} to ${name}.`,
      severity: 'warning',
    };
  });
}

function listed(places: readonly Use[]): string {
  const shown = places.slice(0, SHOWN).map(({ file, line }) => `${file}:${line}`);
  return places.length > SHOWN ? `${shown.join(', ')} and ${places.length - SHOWN} more` : shown.join(', ');
}
