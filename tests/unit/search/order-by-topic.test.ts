import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/search/core/embedding/vectors.ts';
import type { SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { SemanticIndex } from '../../../src/search/indexer/distil/semantic-index.ts';
import { orderByTopic } from '../../../src/search/indexer/write/order-by-topic.ts';
import { article, indexOf } from './small-site.ts';

const MODEL = {
  id: 'toy',
  dimensions: 3,
  pooling: 'mean',
  queryPrefix: '',
  passagePrefix: '',
  centred: false,
  pieces: 'wordpiece',
} as const;
const AXES = [Float32Array.of(1, 0, 0), Float32Array.of(0, 1, 0), Float32Array.of(0, 0, 1)];

function meaning(vectors: readonly Float32Array[]): SemanticIndex {
  const student = vectors.length > 0 ? AXES.map((axis, place) => [`topic${'abc'[place]}`, axis] as const) : [];
  return { model: MODEL, sections: vectors, projection: AXES, student: student.map(([piece, row]) => [piece, row]) };
}

/** Articles of three topics in turn, each with one more section than the one before in its topic. */
const articles = Array.from({ length: 30 }, (_, number) =>
  article(
    `n${number}`,
    `Topic${'abc'[number % 3]} number ${number}`,
    `About the ${number}th of topic${'abc'[number % 3]}.`,
    Object.fromEntries(
      Array.from({ length: number % 4 }, (__, part) => [`Part ${part}`, `Part ${part} of ${number}.`]),
    ),
  ),
);
const vectors = articles.flatMap(({ sections }, number) =>
  sections.map((_, part) =>
    normalize(AXES[number % 3]!.map((value, place) => value + (((number + part + place) * 7) % 5) / 40)),
  ),
);

describe('articles in the order of their topics', () => {
  it('are near those of their own', () => {
    const { documents } = orderByTopic({ documents: articles, semantic: meaning(vectors) });
    const topics = documents.map(({ id }) => Number(id.slice(1)) % 3);
    const changes = topics.filter((topic, place) => place > 0 && topic !== topics[place - 1]).length;
    // As they are given, each is next to two others.
    expect(changes).toBeLessThan(10);
  });

  it('are all there, each with the vectors of its sections, in the same order each time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
            minLength: 1,
            maxLength: 4,
          }),
          {
            maxLength: 20,
          },
        ),
        (given) => {
          const documents = given.map((its, number) =>
            article(
              `n${number}`,
              `T${number}`,
              'Text.',
              Object.fromEntries(its.slice(1).map((_, part) => [`Part ${part}`, 'Text.'])),
            ),
          );
          const sections = given.flat().map((vector) => Float32Array.from(vector));
          const vectorsOf = new Map<string, Float32Array[]>();
          let next = 0;
          for (const { id, sections: its } of documents)
            vectorsOf.set(
              id,
              its.map(() => sections[next++]!),
            );
          const ordered = orderByTopic({ documents, semantic: meaning(sections) });
          expect(new Set(ordered.documents)).toEqual(new Set(documents));
          expect(ordered.documents).toHaveLength(documents.length);
          expect(ordered.semantic!.sections).toEqual(ordered.documents.flatMap(({ id }) => vectorsOf.get(id)!));
          expect(orderByTopic({ documents, semantic: meaning(sections) }).documents).toEqual(ordered.documents);
        },
      ),
    );
  });

  it('stay as they are without meaning', () => {
    expect(orderByTopic({ documents: articles }).documents).toEqual(articles);
  });

  it.each(['Topica number 12', 'number 7', 'part 2 of 19', 'topicb', 'about the 5th'])(
    'are found by %o as in the order they were given in',
    async (question) => {
      const given = await indexOf(articles, { semantic: meaning(vectors) });
      const ordered = await indexOf(articles, { semantic: meaning(vectors), sizes: { names: 0 } });
      // Equal ones are in the order of the index.
      const found = async (index: SearchIndex) => {
        const { verdict, hits } = await search(index, question, { limit: articles.length });
        return {
          verdict,
          hits: hits.sort((one, other) => other.score - one.score || (one.article < other.article ? -1 : 1)),
        };
      };
      expect(await found(ordered)).toEqual(await found(given));
    },
  );
});
