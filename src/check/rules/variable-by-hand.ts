import { formerValues } from '../../content/insert/read-sources.ts';
import { valuesOf, variableText } from '../../content/insert/variable-text.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { blankCode } from '../../markdown/blank-code.ts';
import type { Variable } from '../../schemas/variables.ts';
import { ownValue } from '../../site/own-value.ts';
import { type Amount, amountOf } from '../meaning/amounts.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** A value to look for: what a variable says, or said. */
interface Wanted extends Amount {
  name: string;
  /** What the variable says now. */
  now: string;
  former: boolean;
}

/** A text as it is written. */
interface Written {
  file: string;
  locale: string;
  /** Title and description, with their lines. */
  fields: [line: number, text: string][];
  body: string;
  /** The line on which that begins. */
  first: number;
  /** The variables that it puts in. */
  uses: ReadonlySet<string>;
}

export const variableByHand: Rule = {
  name: 'variable-by-hand',
  ensures: 'What a variable says is not also written by hand, where the next change would pass it over.',
  check(context) {
    const { center } = context;
    if (center.sources.variables.values.size === 0) return [];
    const former = formerValues(context.git.formerTexts('variables.yaml'));
    const texts = writtenTexts(context);
    return Array.from(Map.groupBy(texts, ({ locale }) => locale)).flatMap(([locale, own]) => {
      const wanted = wantedIn(locale, center, former);
      return own.flatMap((text) => found(text, wanted));
    });
  },
};

function wantedIn(locale: string, { sources }: HelpCenter, former: ReadonlyMap<string, Variable[]>): Wanted[] {
  return [...sources.variables.values].flatMap(([name, variable]) => {
    const now = variableText(variable, locale, sources.defaultLocale).text;
    const before = (former.get(name) ?? []).filter(
      (each) => variableText(each, locale, sources.defaultLocale).text !== now,
    );
    const seen = new Set<string>();
    return [variable, ...before].flatMap((each): Wanted[] => {
      const { text } = variableText(each, locale, sources.defaultLocale);
      const value = valueIn(each, locale);
      if (value === undefined || seen.has(text)) return [];
      seen.add(text);
      const amount = amountOf(value, text, locale);
      return amount ? [{ ...amount, name, now, former: text !== now }] : [];
    });
  });
}

function valueIn(variable: Variable, locale: string) {
  const values = valuesOf(variable);
  return 'same' in values ? values.same : ownValue(values.byLocale, locale);
}

function found(text: Written, wanted: readonly Wanted[]): Problem[] {
  const candidates = wanted.filter(
    ({ sure, name, pattern }) =>
      (sure || text.uses.has(name)) &&
      (text.body.search(pattern) !== -1 || text.fields.some(([, field]) => field.search(pattern) !== -1)),
  );
  if (candidates.length === 0) return [];
  const lines = blankCode(text.body)
    .split('\n')
    .map((line, index): [number, string] => [text.first + index, line]);
  return [...text.fields, ...lines].flatMap(([line, said]) =>
    candidates.flatMap(({ pattern, ...each }) =>
      [...said.matchAll(pattern)].map(({ 0: match, index }) =>
        byHand({ file: text.file, line, column: index + 1 }, match, each),
      ),
    ),
  );
}

function byHand(
  place: Pick<Problem, 'file' | 'line' | 'column'>,
  match: string,
  { name, now, former }: Omit<Wanted, 'pattern'>,
): Problem {
  return {
    ...place,
    rule: 'variable-by-hand',
    found: `"${match}" written by hand, which is what :var{${name}} ${former ? `said before; now it says "${now}"` : 'says'}`,
    expected: `:var{${name}}, which follows variables.yaml`,
    remedy: `Write :var{${name}}, or leave it if it is something else that happens to ${former ? 'have been' : 'be'} the same.`,
    severity: 'warning',
  };
}

function writtenTexts({ texts, center }: RuleContext): Written[] {
  const pages = texts.map((page): Written => {
    const fields = page.source
      .split(/\r\n?|\n/)
      .slice(0, page.bodyLine - 1)
      .flatMap((line, index): [number, string][] => (/^(?:title|description):/.test(line) ? [[index + 1, line]] : []));
    const uses = page.insertions?.uses.flatMap(({ kind, name }) => (kind === 'variable' ? name : [])) ?? [];
    const { file, locale, bodyLine: first, insertions, body } = page;
    return { file, locale, fields, body: insertions?.written.body ?? body, first, uses: new Set(uses) };
  });
  const names = [...center.sources.variables.values.keys()];
  const snippets = center.sources.snippets.map(({ file, locale, markdown: body, line: first }): Written => {
    const uses = names.filter((name) => body.includes(`:var{${name}}`));
    return { file, locale, fields: [], body, first, uses: new Set(uses) };
  });
  return [...pages, ...snippets];
}
