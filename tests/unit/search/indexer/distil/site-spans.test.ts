import { expect, it } from 'vitest';
import { siteSpans } from '../../../../../src/search/indexer/distil/site-spans.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';

const sections = indexSections(
  Array.from({ length: 40 }, (_, place) =>
    article(
      `article-${place}`,
      `Topic ${place} of the site`,
      `Sentence ${place} says this. Then it says number ${place}.`,
    ),
  ),
);

it('begins with the titles and goes on with clauses, windows and runs of titles', () => {
  const spans = siteSpans(sections, 10_000);
  expect(spans.slice(0, 40)).toEqual(sections.map(({ document }) => document.title));
  expect(spans).toEqual(expect.arrayContaining(['Sentence 3 says this.', 'Topic 3', 'of the site']));
  expect(new Set(spans).size).toBe(spans.length);
});

it('takes as many as it may, and all the same ones of fewer', () => {
  const all = siteSpans(sections, 10_000);
  const some = siteSpans(sections, 100);
  expect(some).toEqual(all.slice(0, 100));
});

it('after an edit takes nearly the same', () => {
  const edited = indexSections([
    article('article-0', 'Topic 0 of the site', 'Something else altogether.'),
    ...sections.slice(1).map(({ document }) => document),
  ]);
  const before = new Set(siteSpans(sections, 200));
  expect(siteSpans(edited, 200).filter((span) => !before.has(span)).length).toBeLessThan(20);
});

it('leaves room for what sections say where there are more titles than it may take', () => {
  const many = indexSections(
    Array.from({ length: 5_000 }, (_, place) =>
      article(`article-${place}`, `Title ${place}`, `Text ${place} is here.`),
    ),
  );
  const titles = new Set(many.map(({ document }) => document.title));
  const spans = siteSpans(many, 6_000);
  expect(spans).toHaveLength(6_000);
  expect(spans.filter((span) => titles.has(span))).toHaveLength(4_000);
});
