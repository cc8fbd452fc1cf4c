import { pointOfField } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const duplicateId: Rule = {
  name: 'duplicate-id',
  ensures: 'An id belongs to one article of a locale, so that a link by id has one meaning.',
  check({ pages }) {
    const first = new Map<string, string>();
    return pages.flatMap((page) => {
      if (page.id === undefined) return [];
      const key = `${page.locale} ${page.id}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, page.file);
        return [];
      }
      return {
        file: page.file,
        ...pointOfField(page, ['id']),
        rule: 'duplicate-id',
        field: 'id',
        found: `"${page.id}", which ${other} has too`,
        expected: 'an id that no other article of this locale has',
        remedy: 'Give the newer of the two another id; keep the older one, because links name it.',
        severity: 'error',
      };
    });
  },
};
