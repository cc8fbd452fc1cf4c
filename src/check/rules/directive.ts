import { closest } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { CALLOUTS } from '../../markdown/callout-kinds.ts';
import type { Diagnostic } from '../../markdown/findings.ts';
import { DIRECTIVES } from '../../markdown/remark-directives.ts';
import type { Rule } from '../rule.ts';

export const directive: Rule = {
  name: 'directive',
  ensures: 'Each ::: block and each [!CALLOUT] has a name that means something, and ::: steps and cards have a list.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap((diagnostic): Problem[] => {
        const said = say(diagnostic);
        const { line, column } = diagnostic;
        return said ? [{ file: page.file, line, column, rule: 'directive', ...said }] : [];
      }),
    );
  },
};

function say({ kind, name }: Diagnostic): Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'> | undefined {
  if (kind === 'directive' && /^(?:snippet|var)s?$/i.test(name))
    return {
      found: `a block ":::${name}"`,
      expected: '::snippet{name} with two colons, or :var{name} with one',
      remedy: 'Remove the colons that are too many, and the line that ends the block.',
      severity: 'error',
    };
  if (kind === 'directive')
    return {
      ...named(name, DIRECTIVES, (each) => `:::${each}`),
      found: `a block ":::${name}"`,
      severity: 'error',
    };
  if (kind === 'callout')
    return {
      ...named(name, CALLOUTS, (each) => `[!${each.toUpperCase()}]`),
      found: `a callout "[!${name}]"`,
      severity: 'error',
    };
  if (kind === 'steps')
    return {
      found: 'a block ":::steps" without a numbered list',
      expected: 'lines in it that begin with 1., 2., 3.',
      remedy: 'Number the steps, or remove the lines with the colons.',
      severity: 'warning',
    };
  if (kind === 'cards')
    return {
      found: 'a block ":::cards" without a list',
      expected: 'lines in it that begin with - and a link',
      remedy: 'Write the links as a list, or remove the lines with the colons.',
      severity: 'warning',
    };
  return undefined;
}

function named(
  name: string,
  names: readonly string[],
  write: (name: string) => string,
): Pick<Problem, 'expected' | 'remedy'> {
  const meant = closest(name, names);
  return {
    expected: `one of ${names.map(write).join(', ')}`,
    remedy:
      meant === undefined
        ? 'Use one of these names, or remove what marks the block.'
        : `Did you mean "${write(meant)}"?`,
  };
}
