import type { Problem } from '../../content/types.ts';
import { leftoversIn } from '../../markdown/remark-leftovers.ts';
import { pointOfField } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

export const leftover: Rule = {
  name: 'leftover',
  ensures: 'Notes to oneself and names of variables do not reach readers.',
  check({ texts }) {
    return texts.flatMap((page) => {
      // In a draft a note to oneself is in its place.
      if (isArticle(page) && page.draft) return [];
      const inText = page.diagnostics.flatMap(({ kind, name, line, column }) =>
        kind === 'leftover' ? [problem(page.file, name, { line, column })] : [],
      );
      if (!isArticle(page)) return inText;
      const inFields = (['title', 'description'] as const).flatMap((field) =>
        leftoversIn(page[field] ?? '').map(({ found }) => problem(page.file, found, pointOfField(page, [field]))),
      );
      return [...inFields, ...inText];
    });
  },
};

function problem(file: string, found: string, place: Pick<Problem, 'line' | 'column'>): Problem {
  return {
    file,
    ...place,
    rule: 'leftover',
    found: `"${found}"`,
    expected: 'text for readers',
    remedy: found.startsWith('{')
      ? 'Write what it stands for; if readers are to see the braces, make it code: `…`.'
      : 'Finish the text, or remove the note.',
    severity: 'warning',
  };
}
