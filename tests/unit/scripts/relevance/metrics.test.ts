import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, figuresOf } from '../../../../scripts/lib/relevance/metrics.ts';

const judged = (ranked: string, answers: string) => ({ ranked: [...ranked], answers: new Set(answers) });

describe('the figures of a ranking', () => {
  it('are perfect for a perfect ranking', () => {
    expect(figuresOf([judged('abc', 'a'), judged('bca', 'bc')])).toEqual({
      queries: 2,
      success1: 1,
      recall5: 1,
      recall10: 1,
      mrr10: 1,
      ndcg10: 1,
    });
  });

  it('are those of their definitions', () => {
    const { success1, recall5, recall10, mrr10, ndcg10 } = figuresOf([judged('xxaxxxbx', 'ab')]);
    expect({ success1, recall5, recall10 }).toEqual({ success1: 0, recall5: 0.5, recall10: 1 });
    expect(mrr10).toBeCloseTo(1 / 3);
    // DCG = 1/log2(4) + 1/log2(8), ideal = 1 + 1/log2(3).
    expect(ndcg10).toBeCloseTo((1 / 2 + 1 / 3) / (1 + 1 / Math.log2(3)));
  });

  it('ignore what comes after the tenth place, and count an empty ranking as nothing', () => {
    expect(figuresOf([judged('xxxxxxxxxxa', 'a'), judged('', 'a')])).toMatchObject({
      recall10: 0,
      mrr10: 0,
      ndcg10: 0,
    });
  });

  it('are 0 over no queries', () => {
    expect(figuresOf([])).toMatchObject({ queries: 0, ndcg10: 0 });
  });
});

describe('the area under the ROC curve', () => {
  it('is the share of pairs in the right order, equal ones counting half', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, numbers, (answered, unanswered) => {
        const pairs = answered.flatMap((one) => unanswered.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
        expect(auroc(answered, unanswered)).toBeCloseTo(
          pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length,
        );
      }),
    );
  });

  it('is not known without both kinds', () => {
    expect(auroc([1], [])).toBeUndefined();
    expect(auroc([], [1])).toBeUndefined();
  });
});
