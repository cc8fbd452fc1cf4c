import { publishedArticles } from '../../../src/content/published.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import type { Site } from '../../../src/schemas/site.ts';
import { buildSearch } from '../../../src/search/build/build-search.ts';
import { terminalProgress } from '../../../src/search/build/progress.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { Citation } from '../../../src/support/citation.ts';

const DAY = 24 * 60 * 60 * 1000;
/** As on the agents' page. */
const OLD = 365;

export interface Suggestion extends Citation {
  id: string;
  locale: string;
  /** `2026-05-01`; left out when the article has no date. */
  reviewed?: string;
  old: boolean;
}

/** The site's own search over its content, as agents use it: answers with permanent links, best first. */
export async function openAnswers(center: HelpCenter, site: Site) {
  const articles = publishedArticles(center);
  const { files, indexes } = await buildSearch(center, articles, terminalProgress(process.stderr));
  const fetchFile = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (!file) throw new Error(`The index has no file ${name}.`);
    return file;
  };
  return async (message: string, wanted: string, limit: number): Promise<Suggestion[]> => {
    const locale = wanted in indexes ? wanted : site.defaultLocale;
    const name = indexes[locale]?.manifest;
    if (!name) return [];
    const index = await openIndex({ manifest: readManifest(files.get(name)!, name), fetchFile });
    const { hits } = await search(index, message, { limit, passageLength: 300 });
    return hits.map((hit) => {
      const [, anchor = ''] = hit.href.split('#');
      const updated = articles.find((article) => article.id === hit.article && article.locale === locale)?.updated;
      return {
        id: hit.article,
        locale,
        title: hit.title,
        section: hit.headings.at(-1) ?? '',
        url: new URL(`${site.base}a/${hit.article}/${anchor && `#${anchor}`}`, site.url).href,
        passage: hit.passage.text,
        ...(updated && { reviewed: updated.toISOString().slice(0, 10) }),
        old: updated !== undefined && Date.now() - updated.getTime() > OLD * DAY,
      };
    });
  };
}
