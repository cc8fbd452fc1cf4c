import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUSION } from '../../../../../src/search/core/parameters.ts';
import { fuse } from '../../../../../src/search/core/rank/fuse.ts';
import { inverseFrequency } from '../../../../../src/search/core/rank/lexical.ts';

const side = fc.integer({ min: 1, max: 40 }).chain((sections) =>
  fc.record({
    scores: fc.array(fc.float({ min: 0, max: 60, noNaN: true }), { minLength: sections, maxLength: sections }).map((values) => Float32Array.from(values)),
    most: fc.float({ min: 0, max: 200, noNaN: true }),
    cosines: fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: sections, maxLength: sections }).map((values) => Float32Array.from(values)),
    weight: fc.constantFrom(0, 0.3, 0.5, 1),
  }),
);

describe('fused scores', () => {
  it('lie between 0 and 1, whatever the two sides say', () => {
    fc.assert(
      fc.property(side, ({ scores, most, cosines, weight }) => {
        for (const score of fuse({ scores, most }, cosines, weight)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });

  it('never fall for a section that words and meaning both prefer', () => {
    fc.assert(
      fc.property(side, ({ scores, most, cosines, weight }) => {
        const fused = fuse({ scores, most }, cosines, weight);
        for (let one = 0; one < scores.length; one++) {
          for (let other = 0; other < one; other++) {
            if (scores[one]! >= scores[other]! && cosines[one]! >= cosines[other]!) expect(fused[one]).toBeGreaterThanOrEqual(fused[other]! - 1e-6);
          }
        }
      }),
    );
  });

  it('without meaning keep the order of the words and give the best 1', () => {
    expect([...fuse({ scores: Float32Array.of(2, 8, 0), most: 10 }, undefined, 0.5)]).toEqual([0.25, 1, 0]);
    expect([...fuse({ scores: Float32Array.of(0, 0), most: 0 }, undefined, 0.5)]).toEqual([0, 0]);
  });

  it('follow the words for a single word, and the meaning for a sentence whose words hardly occur', () => {
    const scores = Float32Array.of(3, 0, 0);
    const cosines = Float32Array.of(0.3, 0.6, 0);
    const word = inverseFrequency(0, scores.length);
    const best = (most: number) => {
      const fused = fuse({ scores, most }, cosines, 0.5);
      return fused.indexOf(Math.max(...fused));
    };
    expect(best(word)).toBe(0);
    expect(best(word * FUSION.sentence.from)).toBe(1);
  });
});
