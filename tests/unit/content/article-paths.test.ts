import { describe, expect, test } from 'vitest';
import {
  articlePath,
  categoryPath,
  isArticlePath,
  isCategoryPath,
  pathInLocale,
} from '../../../src/content/article-paths.ts';

describe('the path of an article or a category', () => {
  test('is one from which the site reads it', () => {
    const article = articlePath({ locale: 'en', category: 'billing', slug: 'refunds' });
    expect(article).toBe('articles/en/billing/refunds.md');
    expect(categoryPath('en', 'billing')).toBe('articles/en/billing/_category.yaml');
    expect([isArticlePath(article), isCategoryPath(article)]).toEqual([true, false]);
    expect(isCategoryPath(categoryPath('en', 'billing'))).toBe(true);
    expect(isCategoryPath('articles/en/billing/_category.yml')).toBe(true);
  });

  test.each(['articles/en/refunds.md', 'articles/en/billing/more/refunds.md', 'old/articles/en/billing/refunds.md'])(
    'is none elsewhere, as in %s',
    (path) => expect(isArticlePath(path)).toBe(false),
  );

  test('in another locale differs in the folder of the locale only', () => {
    expect(pathInLocale('articles/en/articles/en/a.md', 'ko')).toBe('articles/ko/articles/en/a.md');
    expect(pathInLocale('files/manual.pdf', 'ko')).toBe('files/manual.pdf');
  });
});
