import { describe, expect, it } from 'vitest';
import {
  fitConfidence,
  fitnessOf,
  type Observation,
  verdictShares,
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
      ahead: random() / 5,
      lead: random() / 5,
      titled: random(),
      incoherence: 0,
      signs: false,
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
    const { bias, cosine, incoherence } = CONFIDENCE.plain.deep;
    expect(Math.abs(weights.bias / bias - 1)).toBeLessThan(0.1);
    expect(Math.abs(weights.cosine! / cosine - 1)).toBeLessThan(0.1);
    expect(weights).toMatchObject({ incoherence, maxLead: CONFIDENCE.plain.deep.maxLead });
  });

  it('fits what title and section say where words decide alone', () => {
    const weights = fitConfidence('lexical', 'plain', observed('bikes', 200));
    const { lexical } = CONFIDENCE;
    expect(weights.maxLead).toBe(lexical.maxLead);
    expect(weights).not.toHaveProperty('cosine');
    for (const term of ['bias', 'coverage', 'titled', 'lead'] as const)
      expect(weights[term], term).not.toBe(lexical[term]);
  });
});

it('the shares of right verdicts are those of the thresholds', () => {
  const [one] = observed('bikes', 1);
  const asked = (ahead: number, more: Partial<Observation>): Observation => ({
    ...one!,
    features: { ...one!.features, cosine: ahead, ahead, lead: 0 },
    ...more,
  });
  const right = { right: true, answerable: true };
  const wrong = { right: false, answerable: false };
  const shares = verdictShares(CONFIDENCE.plain.deep, [
    asked(1, right),
    asked(1, wrong),
    asked(-1, right),
    asked(-1, wrong),
  ]);
  expect(shares).toEqual({ rightNone: 0.5, rightConfident: 0.5, confidentRight: 0.5, unanswerableConfident: 0.5 });
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
    expect(constantsOf('deep', { bias: -9.6, cosine: 14.604, coverage: 0, maxLead: 0.2 })).toBe(
      'deep: { bias: -9.6, cosine: 14.6, maxLead: 0.2 },',
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
        .slice(5)
        .map((line) => line.trim().replace(/ {2}.*/, '')),
    ).toEqual(['all sets of the fit', 'bikes, left out', 'bank, left out', 'shop, unseen']);
    expect(report).not.toContain('lexical');
  });
});
