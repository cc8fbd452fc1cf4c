import { dirname } from 'node:path';
import { type Review, reviewOf } from '../../../src/agents/review.ts';
import { readCachedHelpCenter } from '../../../src/content/parse-cache.ts';
import { publishedArticles, searchedTexts } from '../../../src/content/published-articles.ts';
import { buildSearch } from '../../../src/search/indexer/process/build-index.ts';
import { fullUrl } from '../../../src/site/urls.ts';
import { terminalProgress } from '../../../src/terminal/progress.ts';

/** The site's search index, and what else an answer needs. */
export interface AnswerIndex {
  /** The site's address with its base path. */
  root: string;
  defaultLocale: string;
  locales: string[];
  /** By locale: the name of the manifest. */
  manifests: Record<string, string>;
  files: Map<string, Uint8Array>;
  /** By locale and article id. */
  reviews: Record<string, Record<string, Review>>;
  /** Files of content that could not be read in full. */
  unread: number;
}

/** Reads the content and builds its index. @throws Error when site.yaml cannot be read. */
export async function buildAnswerIndex(content: string): Promise<AnswerIndex> {
  const center = await readCachedHelpCenter(content);
  const { site } = center;
  if (!site) throw new Error(`${content}/site.yaml cannot be read. Run npm run check; it says what to mend.`);
  const articles = publishedArticles(center);
  const { files, indexes } = await buildSearch(center, searchedTexts(center), terminalProgress(process.stderr));
  const manifests = Object.fromEntries(Object.entries(indexes).map(([locale, { manifest }]) => [locale, manifest]));
  const folders = new Set(Object.values(manifests).map((name) => dirname(name)));
  return {
    root: fullUrl(site.base, site),
    defaultLocale: site.defaultLocale,
    locales: site.locales.map(({ code }) => code),
    manifests,
    // What only a browser fetches stays out of the cache.
    files: new Map([...files].filter(([name]) => folders.has(dirname(name)))),
    reviews: Object.fromEntries(
      [...Map.groupBy(articles, ({ locale }) => locale)].map(([locale, own]) => [
        locale,
        Object.fromEntries(own.map((article) => [article.id, reviewOf(article)])),
      ]),
    ),
    unread: new Set(center.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)).size,
  };
}
