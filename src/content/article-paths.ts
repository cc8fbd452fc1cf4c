import type { ArticlePlace } from '../site/urls.ts';

// Paths of articles, categories and the owner's own pages below the content folder, with forward slashes.

const ARTICLE = /^articles\/[^/]+\/[^/]+\/[^/]+\.md$/;
const OWN_PAGE = /^pages\/[^/]+\/[^/]+\.md$/;
const CATEGORY = /^articles\/[^/]+\/[^/]+\/_category\.ya?ml$/;

/** `articles/en/billing/refunds.md` */
export function articlePath({ locale, category, slug }: ArticlePlace): string {
  return `${categoryFolder(locale, category)}/${slug}.md`;
}

/** `articles/en/billing` */
export function categoryFolder(locale: string, category: string): string {
  return `articles/${locale}/${category}`;
}

/** `articles/en/billing/_category.yaml` */
export function categoryPath(locale: string, category: string): string {
  return `${categoryFolder(locale, category)}/_category.yaml`;
}

/** Whether the site reads an article from this file. */
export function isArticlePath(file: string): boolean {
  return ARTICLE.test(file);
}

/** Whether the site reads a page of the owner's own from this file. */
export function isOwnPagePath(file: string): boolean {
  return OWN_PAGE.test(file);
}

/** Whether the site reads a category from this file, which may also end in `.yml`. */
export function isCategoryPath(file: string): boolean {
  return CATEGORY.test(file);
}

/** The path that a file below articles/ or pages/ has in another locale; any other path as it is. */
export function pathInLocale(file: string, locale: string): string {
  return file.replace(/^(articles|pages)\/[^/]+\//, (_, folder: string) => `${folder}/${locale}/`);
}
