import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publishedArticles } from '../../src/content/published.ts';
import { readHelpCenter } from '../../src/content/read.ts';
import { buildSearch } from '../../src/search/build/build-search.ts';
import { readManifest } from '../../src/search/core/index/manifest.ts';
import { openIndex, type SearchIndex } from '../../src/search/core/index/search-index.ts';
import { search } from '../../src/search/core/search.ts';
import type { Tier } from '../../src/search/core/types.ts';

interface Question {
  q: string;
  id: string;
}

const content = new URL('../../content/', import.meta.url);
const questions = parse(readFileSync(new URL('queries.yaml', content), 'utf8')) as Record<string, Question[]> & { unanswerable: Record<string, string[]> };
const center = await readHelpCenter(content.pathname);
const silent = { start() {}, advance() {}, stop() {} };
const built = await buildSearch(center, publishedArticles(center), silent);

function open(locale: string): Promise<SearchIndex> {
  const { manifest } = built.indexes[locale]!;
  const fetchFile = async (name: string) => built.files.get(name)!;
  return openIndex({ manifest: readManifest(built.files.get(manifest)!, manifest), fetchFile });
}

/** Share of the questions whose article is among the first `depth`. */
async function found(locale: string, tier: Tier, depth: number): Promise<number> {
  const index = await open(locale);
  let right = 0;
  for (const { q, id } of questions[locale]!) {
    const { hits } = await search(index, q, { tier, limit: depth });
    if (hits.some(({ article }) => article === id)) right += 1;
  }
  return right / questions[locale]!.length;
}

describe('the questions of content/queries.yaml', () => {
  it.each([
    ['en', 'lexical', 1, 0.82],
    ['en', 'lexical', 5, 0.95],
    ['en', 'instant', 1, 0.82],
    ['en', 'instant', 5, 0.95],
    ['zh-cn', 'lexical', 1, 0.95],
    ['ko', 'lexical', 1, 0.95],
  ] as const)('in %s, %s: the right article is among the first %d for a share of at least %d', async (locale, tier, depth, least) => {
    expect(await found(locale, tier, depth)).toBeGreaterThanOrEqual(least);
  });

  it('are about articles that exist', () => {
    for (const { code } of center.site!.locales) {
      const ids = new Set(center.articles.filter(({ locale }) => locale === code).map(({ id }) => id));
      expect((questions[code] ?? []).filter(({ id }) => !ids.has(id))).toEqual([]);
    }
  });

  it('without an answer are not confidently answered', async () => {
    const index = await open('en');
    const verdicts = await Promise.all(questions.unanswerable['en']!.map(async (query) => (await search(index, query)).verdict));
    expect(verdicts.filter((verdict) => verdict === 'confident').length / verdicts.length).toBeLessThanOrEqual(0.25);
  });
});
