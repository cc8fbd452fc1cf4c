import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUSION } from '../../../../../src/search/core/parameters.ts';
import { coherence, fuse } from '../../../../../src/search/core/rank/fuse.ts';
import { inverseDocumentFrequency } from '../../../../../src/search/core/rank/lexical.ts';

const side = fc.integer({ min: 1, max: 40 }).chain((sections) =>
  fc.record({
    scores: fc
      .array(fc.float({ min: 0, max: 60, noNaN: true }), { minLength: sections, maxLength: sections })
      .map((values) => Float32Array.from(values)),
    maxScore: fc.float({ min: 0, max: 200, noNaN: true }),
    cosines: fc
      .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: sections, maxLength: sections })
      .map((values) => Float32Array.from(values)),
    weight: fc.constantFrom(0, 0.3, 0.5, 1),
  }),
);

describe('fused scores', () => {
  it('lie between 0 and 1, whatever the two sides say', () => {
    fc.assert(
      fc.property(side, ({ scores, maxScore, cosines, weight }) => {
        for (const score of fuse({ scores, maxScore }, cosines, weight)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });

  it('never fall for a section that words and meaning both prefer', () => {
    fc.assert(
      fc.property(side, ({ scores, maxScore, cosines, weight }) => {
        const fused = fuse({ scores, maxScore }, cosines, weight);
        for (let one = 0; one < scores.length; one++) {
          for (let other = 0; other < one; other++) {
            if (scores[one]! >= scores[other]! && cosines[one]! >= cosines[other]!)
              expect(fused[one]).toBeGreaterThanOrEqual(fused[other]! - 1e-6);
          }
        }
      }),
    );
  });

  it('without meaning keep the order of the words and give the best 1', () => {
    expect([...fuse({ scores: Float32Array.of(2, 8, 0), maxScore: 10 }, undefined, 0.5)]).toEqual([0.25, 1, 0]);
    expect([...fuse({ scores: Float32Array.of(0, 0), maxScore: 0 }, undefined, 0.5)]).toEqual([0, 0]);
  });

  it('follow the words for a single word, and the meaning for a sentence whose words hardly occur', () => {
    const scores = Float32Array.of(3, 0, 0);
    const cosines = Float32Array.of(0.3, 0.6, 0);
    const word = inverseDocumentFrequency(0, scores.length);
    const best = (maxScore: number) => {
      const fused = fuse({ scores, maxScore }, cosines, 0.5);
      return fused.indexOf(Math.max(...fused));
    };
    expect(best(word)).toBe(0);
    expect(best(word * FUSION.sentence.from)).toBe(1);
  });

  it('are a number of every section even for a query of no words', () => {
    expect([...fuse({ scores: Float32Array.of(0, 0), maxScore: 0 }, Float32Array.of(0.1, 0.4), 0.5)]).toEqual([0, 0.5]);
  });
});

describe('the side of the meaning', () => {
  /** A question worth so many words that no section has, in an index of three sections. */
  const worth = (length: number, scores = [0, 0, 0]) => ({
    scores: Float32Array.from(scores),
    maxScore: length * inverseDocumentFrequency(0, 3),
  });
  const cosines = Float32Array.of(0.2, 0.3, 0.6);
  const greatest = (length: number, shortness = 0) => fuse(worth(length), cosines, 0.5, shortness)[2];

  it('stretches the cosines between the least and the greatest of the query', () => {
    const [least, between, most] = fuse(worth(4), cosines, 0.5);
    expect(least).toBe(0);
    expect(between).toBeCloseTo(0.5 * 0.25, 6);
    expect(most).toBeCloseTo(0.5, 6);
  });

  it('says nothing where all sections are equally near', () => {
    expect([...fuse(worth(4), Float32Array.of(0.5, 0.5, 0.5), 0.5)]).toEqual([0, 0, 0]);
  });

  it('counts in full up to the bound of a blend, and then less by the root of the length', () => {
    expect(greatest(FUSION.coherentLength)).toBeCloseTo(0.5, 6);
    expect(greatest(2 * FUSION.coherentLength)).toBeCloseTo(0.5 * Math.SQRT1_2, 6);
    expect(greatest(4 * FUSION.coherentLength)).toBeCloseTo(0.25, 6);
    expect(coherence(worth(FUSION.coherentLength / 2))).toBe(1);
    expect(coherence(worth(4 * FUSION.coherentLength))).toBeCloseTo(0.5, 6);
  });

  it('counts less for a word or two, by the exponent given, and in full without one', () => {
    const { from } = FUSION.sentence;
    expect(greatest(from / 2, 0.1)).toBeCloseTo(0.5 * 0.5 ** 0.1, 6);
    expect(greatest(from / 2, 1)).toBeCloseTo(0.25, 6);
    expect(greatest(from / 2)).toBeCloseTo(0.5, 6);
    expect(greatest(from, 0.1)).toBeCloseTo(0.5, 6);
  });
});

describe('the side of the words', () => {
  const flat = new Float32Array(2);
  /** The fused score of the best section, to which the meaning adds nothing. */
  const best = (score: number, length: number, weight = 0) =>
    fuse({ scores: Float32Array.of(score, 0), maxScore: length * inverseDocumentFrequency(0, 2) }, flat, weight)[0];
  const { from, to } = FUSION.sentence;

  it('is a half at the half score of a sentence', () => {
    expect(best(FUSION.plain.lexicalHalfScore, from)).toBeCloseTo(1 / 2, 6);
    expect(best(FUSION.plain.lexicalHalfScore, to)).toBeCloseTo(1 / 2, 6);
    expect(best(3 * FUSION.plain.lexicalHalfScore, to)).toBeCloseTo(3 / 4, 6);
    expect(best(FUSION.plain.lexicalHalfScore, to, 0.5)).toBeCloseTo(1 / 4, 6);
  });

  it('leads in questions shorter than a sentence, by the third power of what they lack', () => {
    expect(best(FUSION.plain.lexicalHalfScore / 8, from / 2)).toBeCloseTo(1 / 2, 6);
    expect(best(FUSION.plain.lexicalHalfScore, from / 2)).toBeCloseTo(8 / 9, 6);
  });

  it('leads in texts longer than a sentence, by their length', () => {
    expect(best(FUSION.plain.lexicalHalfScore, 2 * to)).toBeCloseTo(2 / 3, 6);
    expect(best(FUSION.plain.lexicalHalfScore, 4 * to)).toBeCloseTo(4 / 5, 6);
  });
});
