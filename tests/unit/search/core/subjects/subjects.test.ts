import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { chosenArticles } from '../../../../../src/search/core/subjects/chosen.ts';
import { clusters } from '../../../../../src/search/core/subjects/clusters.ts';
import { subjectsOf } from '../../../../../src/search/core/subjects/subjects.ts';
import { article, indexOf } from '../../small-site.ts';

const direction = (...shares: number[]) => {
  const vector = Float32Array.from({ length: 8 }, (_, place) => shares[place] ?? 0);
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

function meaning(sections: Float32Array[]) {
  return {
    model: {
      id: 'test',
      dimensions: 8,
      pooling: 'mean' as const,
      queryPrefix: '',
      passagePrefix: '',
      centred: false,
      pieces: 'wordpiece' as const,
    },
    sections,
    projection: Array.from({ length: 8 }, (_, row) =>
      Float32Array.from({ length: 8 }, (_, at) => (at === row ? 1 : 0)),
    ),
    student: [['change', direction(1, 1, 1, 1, 1)]] as [string, Float32Array][],
  };
}

const inCategory = (category: string) => ({ category });
const body = 'Change it in the app.';
const site = (...more: [id: string, title: string, category: string, vector: Float32Array][]) =>
  indexOf(
    more.map(([id, title, category]) => article(id, title, body, {}, inCategory(category))),
    { semantic: meaning(more.map(([, , , vector]) => vector)) },
  );
const subjects = async (index: Awaited<ReturnType<typeof site>>, query = 'change') =>
  (await subjectsOf(index, await rank(index, query))).map(({ label }) => label);

describe('the subjects of a question', () => {
  it('are told by what their titles do not share', async () => {
    const index = await site(
      ['address', 'Change your address', 'Account', direction(1)],
      ['plan', 'Change your plan', 'Plans', direction(0, 1)],
      ['card', 'Change your card', 'Billing', direction(0, 0, 1)],
    );
    expect((await subjects(index)).sort()).toEqual(['address', 'card', 'plan']);
  });

  it('are told by whole titles where these share small words alone, or ask', async () => {
    const red = ['If the bike cannot change gears', 'If the lock cannot change colour'];
    const asks = ['Can I change my tyres?', 'Can I change my saddle?'];
    for (const titles of [red, asks]) {
      const index = await site(
        ['one', titles[0]!, 'Bikes', direction(1)],
        ['other', titles[1]!, 'Bikes', direction(0, 1)],
      );
      expect((await subjects(index)).sort()).toEqual([...titles].sort());
    }
  });

  it('are a category where several articles of one are alike, and whole titles beside it', async () => {
    const index = await site(
      ['address', 'Another address', 'Account', direction(1)],
      ['name', 'Another name', 'Account', direction(1, 0.05)],
      ['plan', 'Another plan', 'Plans', direction(0, 1)],
    );
    expect((await subjects(index)).sort()).toEqual(['Account', 'Another plan']);
  });

  it('are the two to four articles whose titles have the question in them, each by itself, whatever else is as near', async () => {
    const index = await site(
      ['address', 'Change your address', 'Account', direction(1)],
      ['mail', 'Change the address of your emails', 'Account', direction(1, 0.5)],
      ['name', 'A new name', 'Account', direction(1, 1, 1)],
      ['plan', 'Another plan', 'Plans', direction(0, 1)],
    );
    const both = ['Change the address of your emails', 'Change your address'];
    expect((await subjects(index, 'change address')).sort()).toEqual(both);
    const ranking = await rank(index, 'change address');
    for (const wanted of [{ category: 'Plans' }, { without: (id: string) => id === 'mail' }])
      expect((await subjectsOf(index, ranking, wanted)).flatMap(({ articles }) => articles)).not.toEqual([1, 0]);
  });

  it('are those whose titles begin with the question, small words included', async () => {
    const index = await site(
      ['plan', 'When do I change my plan', 'Plans', direction(1)],
      ['name', 'When do I change my name', 'Account', direction(0, 1)],
      ['why', 'Why do I change my name', 'Account', direction(0, 0, 1)],
      ['how', 'How do I change my name', 'Account', direction(0, 0, 0, 1)],
      ['where', 'Where do I change my name', 'Account', direction(0, 0, 0, 0, 1)],
    );
    expect((await subjects(index, 'when do i change')).sort()).toEqual([
      'When do I change my name',
      'When do I change my plan',
    ]);
  });

  it('are also what says all of the words in its text, however far its meaning is', async () => {
    const far = (id: string, text: string, ...shares: number[]) => ({
      document: article(id, `About ${id}`, text, {}, inCategory(id)),
      vector: direction(...shares),
    });
    const some = [
      far('address', body, 1),
      far('plan', body, 0, 1),
      far('bell', 'The clamp of the bell.', 0, 0, 0, 0, 0, 0, 1),
      ...['a', 'b', 'c', 'd'].map((id) => far(id, 'Nothing.', 0.2, 0.2, 0.2)),
    ];
    const index = await indexOf(
      some.map(({ document }) => document),
      { semantic: meaning(some.map(({ vector }) => vector)) },
    );
    const ranking = await rank(index, 'clamp change bell');
    const clamp = await rank(index, 'clamp bell');
    const unsure = { ...ranking, words: clamp.words, query: clamp.query, verdict: 'related' as const };
    const articles = unsure.articles.filter(({ article: number }) => number !== 2);
    const found = await subjectsOf(index, { ...unsure, articles });
    expect(found.flatMap(({ articles: meant }) => meant)).toContain(2);
  });

  it('are not asked for a sentence whose answer is nearly sure', async () => {
    const index = await site(
      ['address', 'Your address', 'Account', direction(1)],
      ['plan', 'Your plan', 'Plans', direction(0, 1)],
    );
    const ranking = {
      ...(await rank(index, 'where can customers change something quickly')),
      verdict: 'related' as const,
    };
    expect((await subjectsOf(index, { ...ranking, confidence: 0.1 })).length).toBe(2);
    expect(await subjectsOf(index, { ...ranking, confidence: 0.3 })).toEqual([]);
    const few = { ...(await rank(index, 'change something')), verdict: 'related' as const };
    expect((await subjectsOf(index, { ...few, confidence: 0.3 })).length).toBe(2);
  });

  it('are none where an answer is sure, where all are one subject, and without vectors', async () => {
    const alike = [
      ['a', 'Change your address', 'Account', direction(1)],
      ['b', 'Change of address', 'Account', direction(1, 0.05)],
    ] as Parameters<typeof site>;
    expect(await subjects(await site(...alike))).toEqual([]);
    expect(await subjects(await site(...alike), 'Change your address')).toEqual([]);
    const words = await indexOf(alike.map(([id, title]) => article(id, title, body)));
    expect(await subjects(words)).toEqual([]);
  });

  it('are the categories where there are too many others, and none where these are too many, too', async () => {
    const many = (categories: string[]) =>
      site(
        ...Array.from({ length: 6 }, (_, place): Parameters<typeof site>[0] => [
          `a${place}`,
          `Change the ${'abcdef'[place]}${'abcdef'[place]}thing`,
          categories[place % categories.length]!,
          direction(...Array.from({ length: 8 }, (_, at) => (at === place ? 1 : -0.4))),
        ]),
      );
    expect((await subjects(await many(['Bikes', 'Billing']))).sort()).toEqual(['Bikes', 'Billing']);
    expect(await subjects(await many(['A', 'B', 'C', 'D', 'E', 'F']))).toEqual([]);
  });

  it('lead, once one is chosen, to its answer surely', async () => {
    const index = await site(
      ['address', 'Change your address', 'Account', direction(1)],
      ['plan', 'Change your plan', 'Plans', direction(0, 1)],
    );
    for (const [about, first] of [
      ['plan', 1],
      ['address', 0],
      ['Plans', 1],
      ['Change your plan', 1],
    ] as const) {
      const { articles, verdict } = await rank(index, 'change', { about });
      expect({ about, first: articles[0]?.article, verdict }).toEqual({ about, first, verdict: 'confident' });
    }
    const strange = await rank(index, 'change', { about: 'something else' });
    expect(strange.articles.length).toBe(2);
  });

  it('name articles by their title, else by their category, else by all of the words', async () => {
    const index = await indexOf([
      article('a', 'Plans', 'x', {}, inCategory('Billing')),
      article('b', 'Your plan', 'x', {}, inCategory('Plans')),
      article('c', 'Two plans, one bike', 'x', {}, inCategory('Plans')),
    ]);
    expect([...(await chosenArticles(index, 'Plans'))]).toEqual([0]);
    expect([...(await chosenArticles(index, 'Billing'))]).toEqual([0]);
    expect([...(await chosenArticles(index, 'bike plan'))]).toEqual([2]);
    expect([...(await chosenArticles(index, '?!'))]).toEqual([]);
  });
});

describe('groups of vectors', () => {
  const vectors = fc.array(
    fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 8, maxLength: 8 }).map((shares) => direction(...shares)),
    { maxLength: 12 },
  );

  it('hold each once, are the same each time, and more than the most only where what is left is unlike', () => {
    fc.assert(
      fc.property(vectors, (some) => {
        const how = { same: 0.75, least: 0.3, most: 4 };
        const groups = clusters(some, how);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(some.map((_, place) => place));
        expect(clusters(some, how)).toEqual(groups);
        expect(groups.map(([first]) => first)).toEqual(groups.map(([first]) => first).sort((a, b) => a! - b!));
        expect(clusters(some, { ...how, least: -2 }).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
