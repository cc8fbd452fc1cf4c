import { expect, it } from 'vitest';
import { normalize } from '../../../../../src/search/core/embedding/vectors.ts';
import { randomBelow, seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import { nearestDocuments, relatedIds } from '../../../../../src/search/indexer/embed/related.ts';
import { article } from '../../small-site.ts';

const random = seededRandom('related articles');
const vector = () => normalize(Float32Array.from({ length: 12 }, () => randomBelow(2_001, random) - 1_000));
const documents = Array.from({ length: 300 }, (_, place) => article(`a${place}`, `Article ${place}`, 'Text.'));
const vectors = documents.map(vector);

it('names the nearest articles first, never an article itself or one that points away', async () => {
  const related = relatedIds(
    await nearestDocuments(
      documents.slice(0, 4),
      [
        [1, 0],
        [0.8, 0.6],
        [0.6, 0.8],
        [-1, 0],
      ].map((one) => Float32Array.from(one)),
    ),
  );
  expect(related).toEqual({ a0: ['a1', 'a2'], a1: ['a2', 'a0'], a2: ['a1', 'a0'], a3: [] });
});

it('names after an edit what it would name without a memory', async () => {
  const before = await nearestDocuments(documents, vectors);
  const edited = { ...documents[7]!, title: 'Another title' };
  const added = article('new', 'A new one', 'Text.');
  const close = normalize(vectors[20]!.map((value, place) => value + (place === 0 ? 0.1 : 0)));
  // One is edited and now nearest to the twentieth, one is new, and one is gone.
  const now = [...documents.with(7, edited).filter((_, place) => place !== 40), added];
  const theirs = [...vectors.with(7, close).filter((_, place) => place !== 40), vector()];
  const updated = relatedIds(await nearestDocuments(now, theirs, before));
  expect(updated).toEqual(relatedIds(await nearestDocuments(now, theirs)));
  expect(updated.a20![0]).toBe('a7');
  expect(Object.values(updated).flat()).not.toContain('a40');
  expect(Object.values(updated).flat()).toContain('new');
});
