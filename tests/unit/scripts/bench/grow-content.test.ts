import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../../../../scripts/lib/bench/synthetic/content.ts';
import { growContent } from '../../../../scripts/lib/bench/synthetic/grow-content.ts';
import { distinctAfter, growthOf, wordCutter } from '../../../../scripts/lib/bench/synthetic/vocabulary.ts';
import { contentRoot } from '../../../../src/content/content-root.ts';
import { publishedArticles } from '../../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { Article } from '../../../../src/content/types.ts';

const COUNT = 90;
let articles: Article[];

beforeAll(async () => {
  articles = publishedArticles(await readHelpCenter(contentRoot()));
});

const articlesIn = (locale: string): Article[] => articles.filter((article) => article.locale === locale);
const textOf = ({ title, sections }: Pick<Article, 'title' | 'sections'>): string =>
  [title, ...sections.map(({ text }) => text)].join('\n');

describe.each(['en', 'ko'])('A help center grown from one in %s', (locale) => {
  it('reads without a fault, each title once, each question of an article that is there', async () => {
    const { files, questions } = growContent(articlesIn(locale), locale, COUNT, 1);
    const folder = await mkdtemp(join(tmpdir(), 'signpost-grown-'));
    await writeFiles(folder, files);
    const grown = await readHelpCenter(folder);
    await rm(folder, { recursive: true });
    expect(grown.problems.filter(({ file }) => file !== 'site.yaml')).toEqual([]);
    expect(grown.articles).toHaveLength(COUNT);
    expect(new Set(grown.articles.map(({ title }) => title)).size).toBe(COUNT);
    const ids = new Set(grown.articles.map(({ id }) => id));
    expect(questions.length).toBeGreaterThan(COUNT / 2);
    expect(questions.filter(({ article }) => !ids.has(article))).toEqual([]);

    // As many different words as what it was grown from lets expect, give or take a sixth.
    const cut = wordCutter(locale);
    const { words, distinct } = growthOf(grown.articles.map((article) => cut(textOf(article))));
    const expected = distinctAfter(words, growthOf(articlesIn(locale).map((article) => cut(textOf(article)))));
    expect(distinct / expected).toBeGreaterThan(5 / 6);
    expect(distinct / expected).toBeLessThan(7 / 6);
  });

  it('is the same for the same seed, and another for another', () => {
    const grow = (seed: number) => growContent(articlesIn(locale), locale, 40, seed);
    expect(grow(1)).toEqual(grow(1));
    expect(grow(1).files).not.toEqual(grow(2).files);
  });
});
