import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const unclosed: Rule = {
  name: 'unclosed',
  ensures: 'Blocks and code end where they are meant to, instead of swallowing the rest of the page.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line, column }): Problem[] => {
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
