import { posix } from 'node:path';
import type { Problem, WrittenPage } from '../../content/types.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** What can be nothing but an address, whatever follows. */
const SURE = /^(?:https?:\/\/|mailto:|tel:|sms:)/i;

export const linkAddress: Rule = {
  name: 'link-address',
  ensures: 'Addresses are read to their end, and begin in a way that browsers open and that harms nobody.',
  check(context) {
    return context.texts.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line, column, mend }): Problem[] => {
        const place = { file: page.file, line, column, rule: 'link-address' };
        if (kind === 'address')
          return [
            {
              ...place,
              found: `the address "${name}"`,
              expected: 'https:, http:, mailto:, tel:, sms:, id: or page:',
              remedy: 'Correct how the address begins; as it is, the link is left out.',
              severity: 'error',
            },
          ];
        if (kind !== 'loose-link' || !mend) return [];
        const isSure = SURE.test(name.replace(/\s/g, '')) || leadsToFile(name, page, context);
        return [
          {
            ...place,
            found: `the address "${name}", whose spaces make its link show as it is written`,
            expected: 'an address without spaces, or one in angle brackets',
            remedy: `Write ${mend.replace} in its place${isSure ? ', as npm run check -- --fix does' : ''}.`,
            severity: 'warning',
            ...(isSure && { fix: { line, ...mend } }),
          },
        ];
      }),
    );
  },
};

/** Whether a file is there that the address names, so that it can be nothing else. */
function leadsToFile(address: string, { file }: WrittenPage, { center, findLink }: RuleContext): boolean {
  const path = safeDecode(address.replace(/[?#].*/, ''));
  const full = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
  return findLink(address, file) !== undefined || center.files.includes(full);
}
