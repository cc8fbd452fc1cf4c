import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestNeighbours } from '../../../../../scripts/lib/insights/group/nearest-neighbours.ts';

/** Unit vectors of as many numbers as two steps of the comparison and a bit. */
const unit = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 200, maxLength: 200 }).map((numbers) => {
  const length = Math.hypot(...numbers) || 1;
  return new Float32Array(numbers.map((value) => value / length));
});
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

describe('the nearest vectors', () => {
  it('are those that comparing each with each finds, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(0.01, 0.05, 0.1),
        (vectors, most, least) => {
          const found = nearestNeighbours(vectors, most, least);
          vectors.forEach((vector, own) => {
            const all = vectors
              .flatMap((other, index) => (index === own ? [] : [dot(vector, other)]))
              .filter((cosine) => cosine > least + 1e-5);
            const cosines = all.sort((a, b) => b - a).slice(0, most);
            expect(found[own]!.length).toBeGreaterThanOrEqual(cosines.length);
            cosines.forEach((cosine, place) => expect(found[own]![place]!.cosine).toBeCloseTo(cosine, 4));
            for (const { index, cosine } of found[own]!) expect(cosine).toBeCloseTo(dot(vector, vectors[index]!), 4);
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});
