import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const linkAddress: Rule = {
  name: 'link-address',
  ensures: 'Addresses begin in a way that browsers open and that harms nobody.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line, column }): Problem[] => {
        if (kind !== 'address') return [];
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'link-address',
            found: `the address "${name}"`,
            expected: 'https:, http:, mailto:, tel:, sms:, id: or page:',
            remedy: 'Correct how the address begins; as it is, the link is left out.',
            severity: 'error',
          },
        ];
      }),
    );
  },
};
