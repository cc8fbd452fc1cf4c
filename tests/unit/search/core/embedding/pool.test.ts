import { expect, it } from 'vitest';
import { pool } from '../../../../../src/search/core/embedding/pool.ts';

// Two texts of two word pieces each, three dimensions.
const hidden = Float32Array.of(3, 0, 4, 3, 12, 4, 0, 0, 2, 0, 6, 6);
const shape = { length: 2, dimensions: 3 };

it('gives the mean of the word pieces, at length 1, or the first piece alone, as the model wants it', () => {
  const rounded = (vectors: Float32Array[]) => vectors.map((vector) => [...vector].map((value) => value.toFixed(3)));
  expect(rounded(pool(hidden, { ...shape, pooling: 'cls' }))).toEqual([
    ['0.600', '0.000', '0.800'],
    ['0.000', '0.000', '1.000'],
  ]);
  expect(rounded(pool(hidden, { ...shape, pooling: 'mean' }))).toEqual([
    ['0.384', '0.768', '0.512'],
    ['0.000', '0.600', '0.800'],
  ]);
});
