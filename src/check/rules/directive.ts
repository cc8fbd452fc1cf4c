import { closest } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { DIRECTIVES } from '../../markdown/remark-directives.ts';
import type { Rule } from '../rule.ts';

export const directive: Rule = {
  name: 'directive',
  ensures: 'Each ::: block has a name that means something; others show their colons to readers.',
  check({ pages }) {
    return pages.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line, column }): Problem[] => {
        if (kind !== 'directive') return [];
        const meant = closest(name, DIRECTIVES);
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'directive',
            found: `a block ":::${name}"`,
            expected: `one of ${DIRECTIVES.map((each) => `:::${each}`).join(', ')}`,
            remedy:
              meant === undefined
                ? 'Use one of these names, or remove the lines with the colons.'
                : `Did you mean ":::${meant}"?`,
            severity: 'error',
          },
        ];
      }),
    );
  },
};
