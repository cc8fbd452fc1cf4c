import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const table: Rule = {
  name: 'table',
  ensures: 'Rows of a table are a table, and do not show their bars.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.diagnostics.flatMap(({ kind, name, line }): Problem[] => {
        if (kind !== 'table') return [];
        const columns = name.replace(/^\||\|$/g, '').split('|').length;
        const dashes = `|${' --- |'.repeat(columns)}`;
        return [
          {
            file: page.file,
            line,
            rule: 'table',
            found: `rows of a table that is none, from "${name}"`,
            expected: `a line ${dashes} below the headings, with as many columns as these`,
            remedy: `Write ${dashes} below the row of headings; if there is none, write one.`,
            severity: 'warning',
          },
        ];
      }),
    );
  },
};
