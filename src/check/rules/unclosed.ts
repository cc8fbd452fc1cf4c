import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const unclosed: Rule = {
  name: 'unclosed',
  ensures: 'Blocks and code end where they are meant to, neither before nor after.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line, column }): Problem[] => {
        if (kind === 'unopened') return [{ file: page.file, line, column, rule: 'unclosed', ...unopened(name) }];
        if (kind !== 'unclosed') return [];
        const fence = /^[:`~]+/.exec(name)?.[0] ?? name;
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'unclosed',
            found: `"${name}", which never ends`,
            expected: `a line ${fence} where it ends`,
            remedy: `Add a line ${fence} below the last line that belongs to it.`,
            severity: 'error',
          },
        ];
      }),
    );
  },
};

function unopened(fence: string): Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'> {
  return {
    found: `"${fence}", which ends no block`,
    expected: 'a block above that it ends; one around others needs more colons than they have',
    remedy: `Write the block around the others with "${fence}:" where it begins and ends, or remove this line.`,
    severity: 'warning',
  };
}
