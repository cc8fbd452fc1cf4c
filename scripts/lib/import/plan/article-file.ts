import { stringify } from 'yaml';
import { articlePath } from '../../../../src/content/article-paths.ts';
import { aliasPath, articleSchema } from '../../../../src/schemas/article.ts';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { RESERVED_FOLDERS } from '../../../../src/site/urls.ts';
import { slugOf, unique } from '../../naming/slug.ts';
import type { Conversion } from '../convert/conversion.ts';
import { oneLine, shorten } from '../convert/description.ts';
import type { SourceArticle, SourceSite } from '../sources/source.ts';

/** A file as it should be in the content folder. */
export interface PlannedFile {
  /** Stays the same from one import to the next: `article:en/360001`, `category:en/billing`, `site`. */
  key: string;
  /** Relative to the content folder, with forward slashes. */
  path: string;
  text: string;
  /** For the table: the category's title; '' for site.yaml. */
  category: string;
  /** Where it came from, as the owner knows it. */
  origin: string;
}

/** The folder name of each category by its key, the same in all languages; none is one that the site uses itself. */
export function categorySlugs(site: SourceSite): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set(RESERVED_FOLDERS);
  for (const locale of site.locales) {
    for (const category of site.categories.filter((one) => one.locale === locale)) {
      if (slugs.has(category.key)) continue;
      slugs.set(
        category.key,
        unique(slugOf(category.slug ?? '') || slugOf(category.title) || slugOf(category.key) || 'category', taken),
      );
    }
  }
  return slugs;
}

/** The file name of each article by its id: made from the title in the first language that gives one. */
export function articleSlugs(site: SourceSite): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Map<string, Set<string>>();
  const byLocale = site.locales.flatMap((locale) => site.articles.filter((article) => article.locale === locale));
  const wish = new Map<string, string>();
  for (const article of byLocale) {
    if (!wish.get(article.id)) wish.set(article.id, slugOf(article.slug ?? '') || slugOf(article.title));
  }
  for (const article of byLocale) {
    if (slugs.has(article.id)) continue;
    const inCategory = taken.get(article.category) ?? new Set();
    taken.set(article.category, inCategory);
    slugs.set(article.id, unique(wish.get(article.id) || slugOf(article.id), inCategory));
  }
  return slugs;
}

/** The Markdown file of an article. `description` falls back to the title when there is no sentence to take. */
export function articleFile(
  article: SourceArticle,
  conversion: Conversion,
  place: { folder: string; slug: string; category: string },
): PlannedFile {
  const title = shorten(oneLine(article.title) || article.id, 200);
  const description = shorten(oneLine(article.description ?? conversion.description ?? title) || title, 300);
  const keywords = [...new Set([...article.keywords, ...conversion.keywords].map(oneLine))].filter(Boolean);
  const section = oneLine(article.section ?? '');
  const fields = {
    title: withoutVariables(title),
    id:
      /^\d+$/.test(article.id) && Number.isSafeInteger(Number(article.id)) && !/^0\d/.test(article.id)
        ? Number(article.id)
        : article.id,
    description: withoutVariables(description),
    ...(article.updated ? { updated: article.updated } : {}),
    ...(section ? { section } : {}),
    ...(article.order !== undefined ? { order: article.order } : {}),
    ...(article.related.length > 0 ? { related: article.related } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(article.draft ? { draft: true } : {}),
    ...(article.unlisted ? { unlisted: true } : {}),
    ...(article.publishAt ? { publish_at: article.publishAt } : {}),
    ...(article.expiresAt ? { expires_at: article.expiresAt } : {}),
    ...aliasesOf(article.aliases),
  };
  articleSchema.parse(fields);
  return {
    key: `article:${article.locale}/${article.id}`,
    path: articlePath({ locale: article.locale, category: place.folder, slug: place.slug }),
    text: `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${conversion.markdown}`,
    category: place.category,
    origin: article.origin,
  };
}

/** What reads like a variable of ours was text to the old system. */
function withoutVariables(text: string): string {
  return text.replaceAll(':var{', '\\:var{');
}

/**
 * Old addresses that a path can have on a web server; anything else could not be redirected. They are written plainly, but
 * for what would end or part them: `/docs/My%20page`.
 */
export function aliasesOf(addresses: string[]): { aliases?: string[] } {
  const paths = addresses.map((address) => {
    const path = safeDecode(address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*/s, '')).normalize('NFC');
    // A `%` that is none of the address's own stays as it is: `/100%`.
    return path.replace(/[\s?#\\]|%(?=[0-9a-f]{2})/gi, encodeURIComponent);
  });
  const aliases = [...new Set(paths.map((path) => (path.startsWith('/') ? path : `/${path}`)))].filter(
    (path) => path !== '/' && aliasPath.safeParse(path).success,
  );
  return aliases.length > 0 ? { aliases } : {};
}
