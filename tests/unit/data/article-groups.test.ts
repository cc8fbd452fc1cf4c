import { describe, expect, it } from 'vitest';
import { type ArticleGroup, groupByLetter, groupCategory, LONG } from '../../../src/data/article-groups.ts';
import type { ArticleSummary } from '../../../src/data/articles.ts';

const article = (title: string, more: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: title,
  locale: 'en',
  category: 'billing',
  slug: title,
  title,
  description: '',
  href: '/',
  fallback: false,
  ...more,
});
const many = (count: number, more: Partial<ArticleSummary> = {}) =>
  Array.from({ length: count }, (_, place) => article(`${'BCD'[place % 3]} ${place}`, more));
const shape = (groups: ArticleGroup[]) => groups.map(({ heading, articles }) => [heading?.anchor, articles.length]);

const group = (articles: ArticleSummary[], sections: string[] = []) =>
  groupCategory({ articles, sections }, 'en', 'en', '0–9');

describe('the articles of a category', () => {
  it('stand under the headings of their writers, those without one first', async () => {
    const groups = await group([
      article('b', { section: 'Your card' }),
      article('a'),
      article('c', { section: '退款' }),
    ]);
    expect(shape(groups)).toEqual([
      [undefined, 1],
      ['section-your-card', 1],
      ['section-退款', 1],
    ]);
  });

  it('stand under letters where there are many and no heading, or one for all, divides them', async () => {
    const letters = [
      ['letter-b', 7],
      ['letter-c', 7],
      ['letter-d', 7],
    ];
    expect(shape(await group(many(LONG + 1)))).toEqual(letters);
    expect(shape(await group(many(LONG + 1, { section: 'Hubs' })))).toEqual(letters);
    expect(shape(await group(many(LONG)))).toEqual([[undefined, LONG]]);
  });

  it('stand under letters before the first heading, where many have none', async () => {
    const groups = await group([...many(LONG + 1), ...many(2, { section: 'Hubs' })]);
    expect(shape(groups).map(([anchor]) => anchor)).toEqual(['letter-b', 'letter-c', 'letter-d', 'section-hubs']);
  });

  it('stand under headings in the order of the category, those it does not name last', async () => {
    const named = ['Billing', 'Setup', 'Repair'].map((section) => article(section, { section }));
    expect(shape(await group(named, ['Repair', 'Setup', 'Gone'])).map(([anchor]) => anchor)).toEqual([
      'section-repair',
      'section-setup',
      'section-billing',
    ]);
  });

  it('keep their order where it is given, however many they are', async () => {
    expect(shape(await group(many(LONG + 1, { order: 1 })))).toEqual([[undefined, LONG + 1]]);
  });

  it('have headings with different anchors and the language they are written in', async () => {
    const groups = await groupCategory(
      {
        articles: [
          article('a', { section: 'Wi-Fi', fallback: true }),
          article('b', { section: 'Wi‑Fi!' }),
          article('c', { section: 'wi-fi' }),
        ],
        sections: [],
      },
      'ko',
      'en',
      '0–9',
    );
    expect(groups.map(({ heading }) => [heading?.anchor, heading?.lang])).toEqual([
      ['section-wi-fi', 'en'],
      ['section-wifi', undefined],
      ['section-wi-fi-1', undefined],
    ]);
  });
});

describe('articles by letter', () => {
  it('stand under the word that they are about, and are sorted by it', async () => {
    const titles = ['How do I cancel a ride?', 'What is a zone?', 'Cards', 'The app is slow', 'Calling us'];
    const groups = await groupByLetter(
      titles.map((title) => article(title)),
      'en',
      'en',
      '0–9',
    );
    expect(groups.map(({ heading, articles }) => [heading.text, articles.map(({ title }) => title)])).toEqual([
      ['A', ['The app is slow']],
      ['C', ['Calling us', 'How do I cancel a ride?', 'Cards']],
      ['Z', ['What is a zone?']],
    ]);
  });

  it('are read in the language they are written in', async () => {
    const groups = await groupByLetter([article('How to pay', { fallback: true }), article('결제')], 'ko', 'en', '0–9');
    expect(groups.map(({ heading }) => heading.text)).toEqual(['ㄱ', 'P']);
  });
});
