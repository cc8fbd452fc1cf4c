import { describe, expect, it } from 'vitest';
import { CONFIDENCE } from '../../../../../src/search/core/parameters.ts';
import { calibrate, type Features } from '../../../../../src/search/core/rank/verdict.ts';
import type { Tier } from '../../../../../src/search/core/types.ts';

const nothing: Features = {
  coverage: 0,
  cosine: 0,
  ahead: 0,
  lead: 0,
  titled: 0,
  incoherence: 0,
  signs: false,
  exact: false,
  unknownCode: undefined,
};
const judged = (features: Partial<Features>, tier: Tier) => calibrate({ ...nothing, ...features }, tier, 'plain');
/** What a logistic regression makes of a sum of evidence. */
const likely = (evidence: number) => 1 / (1 + Math.exp(-evidence));

describe('how sure a ranking is', () => {
  it('hangs on what title and section say of the words, where words decide alone', () => {
    const { bias, titled, coverage } = CONFIDENCE.lexical;
    expect(judged({ titled: 1, coverage: 0.5 }, 'lexical').confidence).toBeCloseTo(
      likely(bias + titled + coverage / 2),
      10,
    );
    expect(judged({ cosine: 0.9 }, 'lexical').confidence).toBeCloseTo(likely(bias), 10);
  });

  it('is judged by other weights where the words are signs, which say less', () => {
    const { bias, coverage } = CONFIDENCE.signs;
    expect(judged({ coverage: 0.5, signs: true }, 'lexical').confidence).toBeCloseTo(likely(bias + coverage / 2), 10);
    expect(judged({ coverage: 0.5, signs: true }, 'deep')).toEqual(judged({ coverage: 0.5 }, 'deep'));
  });

  it('grows no further for a title that says more than a rare word and a half', () => {
    const most = judged({ titled: CONFIDENCE.maxTitled }, 'lexical').confidence;
    expect(judged({ titled: CONFIDENCE.maxTitled + 5 }, 'lexical').confidence).toBe(most);
  });

  it('grows with the cosine where there is meaning, and takes a missing one for 0', () => {
    const { bias, cosine } = CONFIDENCE.plain.instant;
    expect(judged({ cosine: 0.7 }, 'instant').confidence).toBeCloseTo(likely(bias + cosine * 0.7), 10);
    expect(judged({ cosine: undefined }, 'deep').confidence).toBeCloseTo(likely(CONFIDENCE.plain.deep.bias), 10);
  });

  it('grows with how far the cosine is ahead of those of the next articles, up to a bound, and sinks where it is behind', () => {
    const { bias, ahead } = CONFIDENCE.plain.deep;
    const { maxAhead } = CONFIDENCE;
    expect(judged({ ahead: maxAhead / 2 }, 'deep').confidence).toBeCloseTo(likely(bias + (ahead * maxAhead) / 2), 10);
    expect(judged({ ahead: 3 * maxAhead }, 'deep').confidence).toBeCloseTo(likely(bias + ahead * maxAhead), 10);
    expect(judged({ ahead: -3 * maxAhead }, 'deep').confidence).toBeCloseTo(likely(bias - ahead * maxAhead), 10);
    expect(ahead).toBeGreaterThan(0);
  });

  it('grows with the lead over the second article, up to a bound', () => {
    const { bias, lead, maxLead } = CONFIDENCE.lexical;
    expect(judged({ lead: maxLead / 2 }, 'lexical').confidence).toBeCloseTo(likely(bias + (lead * maxLead) / 2), 10);
    expect(judged({ lead: maxLead * 4 }, 'lexical').confidence).toBeCloseTo(likely(bias + lead * maxLead), 10);
  });

  it('hangs on the lead in a long text: a usual one says nothing, a greater one speaks for the first article, a smaller one against it', () => {
    const { bias, lead, maxLead, incoherence } = CONFIDENCE.plain.instant;
    const { typicalLead } = CONFIDENCE;
    const short = judged({ lead: typicalLead }, 'instant').confidence;
    expect(judged({ lead: typicalLead, incoherence: 0.5 }, 'instant').confidence).toBeCloseTo(short, 10);
    expect(judged({ lead: typicalLead + 0.2, incoherence: 0.5 }, 'instant').confidence).toBeCloseTo(
      likely(bias + lead * Math.min(typicalLead + 0.2, maxLead) + incoherence * 0.5 * 0.2),
      10,
    );
    expect(judged({ lead: 0, incoherence: 0.5 }, 'instant').confidence).toBeCloseTo(
      likely(bias - incoherence * 0.5 * typicalLead),
      10,
    );
  });

  it('is nine tenths at least where a code or a quotation was found', () => {
    expect(judged({ exact: true }, 'lexical')).toEqual({ verdict: 'confident', confidence: CONFIDENCE.exact });
    expect(judged({ exact: true, coverage: 1, titled: 4, lead: 1 }, 'lexical').confidence).toBeGreaterThan(
      CONFIDENCE.exact,
    );
  });

  it('is never confident of an answer to a code that no article has, and related to a list of such codes', () => {
    const sure = { cosine: 1, ahead: 1, lead: 1 };
    expect(judged(sure, 'deep').verdict).toBe('confident');
    expect(judged({ ...sure, unknownCode: 'alone' }, 'deep').verdict).toBe('related');
    expect(judged({ unknownCode: 'alone' }, 'deep').verdict).toBe('none');
    expect(judged({ unknownCode: 'list' }, 'deep').verdict).toBe('related');
  });
});

it('the verdict is confident, related or none by the bounds of the confidence', () => {
  const { bias, cosine } = CONFIDENCE.plain.deep;
  /** Judges evidence that makes this confidence. */
  const verdictAt = (confidence: number) =>
    judged({ cosine: (Math.log(confidence / (1 - confidence)) - bias) / cosine }, 'deep').verdict;
  expect(
    [
      0.01,
      CONFIDENCE.related - 0.001,
      CONFIDENCE.related + 0.001,
      CONFIDENCE.confident - 0.001,
      CONFIDENCE.confident + 0.001,
      0.99,
    ].map(verdictAt),
  ).toEqual(['none', 'none', 'related', 'related', 'confident', 'confident']);
});
