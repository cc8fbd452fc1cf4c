import { stringify } from 'yaml';
import { categoryPath } from '../../../../src/content/article-paths.ts';
import { categorySchema } from '../../../../src/schemas/category.ts';
import { oneLine, shorten } from '../convert/description.ts';
import type { SourceArticle, SourceCategory } from '../sources/source.ts';
import { aliasesOf, type PlannedFile } from './article-file.ts';

/** The _category.yaml of a category; without a description of its own it names its sections, or its first articles. */
export function categoryFile(category: SourceCategory, folder: string, articles: SourceArticle[]): PlannedFile {
  const sections = [...new Set(articles.map((article) => article.section).filter((section) => section !== undefined))];
  const titles = articles
    .filter((article) => !article.draft)
    .slice(0, 3)
    .map((article) => article.title);
  // A folder or a title of punctuation alone leaves nothing to show.
  const title = oneLine(category.title) || oneLine(category.key) || folder;
  const fields = {
    title,
    description: shorten(
      oneLine(category.description ?? (sections.length > 0 ? sections.join(', ') : titles.join(' · '))) || title,
    ),
    order: category.order,
    // Readers met the headings in this order where somebody had put the articles into one.
    ...(sections.length > 1 && articles.some(({ order }) => order !== undefined)
      ? { sections: sections.map(oneLine).filter(Boolean) }
      : {}),
    ...aliasesOf(category.aliases),
  };
  categorySchema.parse(fields);
  return {
    key: `category:${category.locale}/${category.key}`,
    path: categoryPath(category.locale, folder),
    text: stringify(fields, { lineWidth: 0 }),
    category: title,
    origin: `category ${title}`,
  };
}
