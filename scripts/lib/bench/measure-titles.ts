import { publishedArticles } from '../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { rank } from '../../../src/search/core/rank/rank.ts';
import type { Tier } from '../../../src/search/core/types.ts';
import { buildSearch } from '../../../src/search/indexer/process/build-index.ts';
import type { Row } from './row.ts';

/**
 * How often the title of an article, typed exactly, brings an article of that title first: by words and, where the content
 * has a model, by meaning, in each of its locales.
 */
export async function measureTitles(root: string): Promise<Row[]> {
  const center = await readHelpCenter(root);
  const { indexes, files } = await buildSearch(center, publishedArticles(center));
  const rows: Row[] = [];
  for (const [locale, { manifest }] of Object.entries(indexes)) {
    const index = await openIndex({
      manifest: readManifest(files.get(manifest)!, manifest),
      fetchFile: async (name) => files.get(name)!,
    });
    for (const tier of index.manifest.model ? (['lexical', 'instant'] as const) : (['lexical'] as const)) {
      const { articles } = index.core;
      const missed = await misrankedTitles(index, tier);
      for (const title of missed) process.stderr.write(`${locale}, ${tier}: ${title} is not first\n`);
      rows.push({
        group: 'titles',
        name: `${articles.length} titles typed exactly, ${locale}, ${tier}: first, %`,
        value: (100 * (articles.length - missed.length)) / articles.length,
        unit: '',
        target: { atLeast: 100 },
      });
    }
  }
  return rows;
}

/** The titles of an index that, typed exactly, bring an article of another title first. */
export async function misrankedTitles(index: SearchIndex, tier: Tier): Promise<string[]> {
  const missed: string[] = [];
  for (const { title } of index.core.articles) {
    const [first] = (await rank(index, title, { tier, limit: 1 })).articles;
    if (first === undefined || index.core.articles[first.article]!.title !== title) missed.push(title);
  }
  return missed;
}
