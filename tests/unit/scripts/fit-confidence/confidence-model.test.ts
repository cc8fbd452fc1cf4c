import { describe, expect, it } from 'vitest';
import {
  fitConfidence,
  fitnessOf,
  type Observation,
  without,
} from '../../../../scripts/lib/fit-confidence/confidence-model.ts';
import { constantsOf, fitReport } from '../../../../scripts/lib/fit-confidence/fit-report.ts';
import { CONFIDENCE } from '../../../../src/search/core/parameters.ts';
import { confidenceOf } from '../../../../src/search/core/rank/verdict.ts';
import { seededRandom } from '../../../../src/search/indexer/distil/seeded-random.ts';

/** Observations that are right as often as today's weights say. */
function observed(corpus: string, count: number, more: Partial<Observation> = {}): Observation[] {
  const random = seededRandom(corpus);
  return Array.from({ length: count }, () => {
    const features = {
      coverage: random(),
      cosine: random(),
      lead: random() / 5,
      incoherence: 0,
      exact: false,
      unknownCode: undefined,
    };
    const right = random() < confidenceOf(features, CONFIDENCE.plain.deep);
    return { corpus, from: corpus, features, answerable: right, right, ...more };
  });
}

describe('the fit of a tier', () => {
  it('finds the weights that the observations were made with, and keeps those set by hand', () => {
    const weights = fitConfidence('deep', 'plain', observed('bikes', 20_000));
    expect(Math.abs(weights.bias / CONFIDENCE.plain.deep.bias - 1)).toBeLessThan(0.1);
    expect(Math.abs(weights.cosine / CONFIDENCE.plain.deep.cosine - 1)).toBeLessThan(0.1);
    const { bias, cosine, ...held } = CONFIDENCE.plain.deep;
    expect(weights).toMatchObject(held);
  });

  it('fits coverage and lead where words decide alone', () => {
    const weights = fitConfidence('lexical', 'plain', observed('bikes', 200));
    const { lexical } = CONFIDENCE;
    expect(weights).toMatchObject({ cosine: 0, maxLead: lexical.maxLead, incoherence: 0 });
    expect(
      [weights.bias, weights.coverage, weights.lead].some(
        (weight, index) => weight === [lexical.bias, lexical.coverage, lexical.lead][index],
      ),
    ).toBe(false);
  });
});

it('the fitness tells answerable questions from others, and undefined where all are of a kind', () => {
  const observations = observed('bikes', 500);
  const { auroc, logLoss } = fitnessOf(CONFIDENCE.plain.deep, observations);
  expect(auroc).toBeGreaterThan(0.9);
  expect(logLoss).toBeLessThan(0.4);
  expect(fitnessOf(CONFIDENCE.plain.deep, observed('bikes', 10, { answerable: true })).auroc).toBeUndefined();
});

it('a set that is left out contributes neither documents nor questions', () => {
  const [one] = observed('bikes', 1);
  const observations = [one!, { ...one!, corpus: 'bank' }, { ...one!, corpus: 'bank', from: 'bank' }];
  expect(without('bikes', observations)).toEqual([observations[2]]);
});

describe('the report', () => {
  it('prints the weights as parameters.ts has them', () => {
    expect(constantsOf('deep', CONFIDENCE.plain.deep)).toBe(
      'deep: { bias: -9.6, coverage: 0, cosine: 14.6, lead: 2.5, maxLead: 1, incoherence: 15 },',
    );
  });

  it('compares refit and present weights on all sets, on each left out, and on unseen ones', () => {
    const none = { lexical: [], instant: [], deep: [] };
    const report = fitReport(
      { ...none, deep: [...observed('bikes', 300), ...observed('bank', 300)] },
      { ...none, deep: observed('shop', 100) },
      'plain',
    );
    expect(report).toMatch(/^deep: 600 questions, the first article answers \d+ %/);
    expect(
      report
        .split('\n')
        .slice(4)
        .map((line) => line.trim().replace(/ {2}.*/, '')),
    ).toEqual(['all sets of the fit', 'bikes, left out', 'bank, left out', 'shop, unseen']);
    expect(report).not.toContain('lexical');
  });
});
