import { OWN_PAGE_ID, withAnchor } from '../../../src/site/urls.ts';
import type { ArticlePart, Catalogue, CatalogueArticle } from './catalogue.ts';

/** Characters of an article that are given at once; a longer one is read by its sections. */
const MOST = 60_000;

/** Text of an article, and whether all of it. */
export interface ArticleText {
  markdown: string;
  truncated: boolean;
}

/** An article, or some parts of it below its head, as Markdown of bounded length. */
export function articleText({ head, parts }: CatalogueArticle, some: readonly ArticlePart[] = parts): ArticleText {
  const whole = [head, ...some.map(({ markdown }) => markdown)].filter(Boolean).join('\n\n');
  if (whole.length <= MOST) return { markdown: whole, truncated: false };
  const cut = whole.slice(0, MOST);
  const end = cut.lastIndexOf('\n\n');
  return { markdown: cut.slice(0, end > MOST / 2 ? end : MOST).replace(/[\uD800-\uDBFF]$/, ''), truncated: true };
}

/** The permalink of a section; of a page of the owner's own its address. */
export function sectionLink({ url }: CatalogueArticle, anchor: string): string {
  return withAnchor(url, anchor);
}

/** The address of an article as a resource. */
export function resourceUri({ locale, id }: Pick<CatalogueArticle, 'locale' | 'id'>): string {
  return `article://${locale}/${encodeURIComponent(id)}`;
}

/** Whether something may be out of date, for whoever is about to pass it on. */
export function oldNote(old: boolean): string {
  return old ? ', may be out of date' : '';
}

/** The title of an article's category; '' for a page of the owner's own. */
export function categoryTitle({ categories }: Catalogue, { locale, category, id }: CatalogueArticle): string {
  if (id.startsWith(OWN_PAGE_ID)) return '';
  return categories[locale]?.find(({ slug }) => slug === category)?.title ?? category;
}
