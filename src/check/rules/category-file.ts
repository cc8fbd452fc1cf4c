import { posix } from 'node:path';
import { categoryFolder, categoryPath, isCategoryPath } from '../../content/article-paths.ts';
import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const categoryFile: Rule = {
  name: 'category-file',
  ensures: 'Each category says what it is called, in each language it has articles in.',
  check({ center, pages }) {
    const folders = new Map(pages.map((page) => [categoryFolder(page.locale, page.category), page]));
    return [...folders].flatMap(([folder, { locale, category }]): Problem[] => {
      const has = (folderName: string): boolean =>
        center.files.some((file) => isCategoryPath(file) && posix.dirname(file) === folderName);
      if (has(folder)) return [];
      const original = categoryFolder(center.site?.defaultLocale ?? locale, category);
      const borrowed = has(original);
      return [
        {
          file: categoryPath(locale, category),
          line: 1,
          rule: 'category-file',
          found: borrowed
            ? `no such file, so the category's name shows in the language of ${original}`
            : 'no such file',
          expected: 'title and description of the category',
          remedy: 'Create it with the lines "title: …" and "description: …".',
          severity: borrowed ? 'warning' : 'error',
        },
      ];
    });
  },
};
