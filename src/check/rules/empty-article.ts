import type { Problem } from '../../content/types.ts';
import { isArticle, type Rule } from '../rule.ts';

export const emptyArticle: Rule = {
  name: 'empty-article',
  ensures: 'Each published article says something.',
  check({ pages }) {
    return pages.filter(isArticle).flatMap((page): Problem[] => {
      const silent =
        page.sections.every(({ text }) => text === '') && !page.references.some(({ kind }) => kind === 'image');
      if (!silent || page.draft) return [];
      return [
        {
          file: page.file,
          line: page.bodyLine,
          rule: 'empty-article',
          found: page.headings.length > 0 ? 'headings without text' : 'no text below the front matter',
          expected: 'the answer',
          remedy: 'Write it, or set draft: true until it is written.',
          severity: 'error',
        },
      ];
    });
  },
};
