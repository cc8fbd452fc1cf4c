import { CONFIDENCE } from '../../../src/search/core/parameters.ts';
import {
  type ConfidenceWeights,
  confidenceOf,
  confidenceWeights,
  type Features,
  type LogitTerm,
  logitTerms,
} from '../../../src/search/core/rank/verdict.ts';
import type { Tier, VectorKind } from '../../../src/search/core/types.ts';
import { auroc } from '../relevance/metrics.ts';
import { fitLogistic, logLoss } from './logistic-regression.ts';

/** What a ranking of one question was like, and whether it was right. */
export interface Observation {
  /** Names of the sets of the documents and of the question. */
  corpus: string;
  from: string;
  features: Features;
  /** Whether any of the documents answers. */
  answerable: boolean;
  /** Whether the first one does: what the confidence is the probability of. */
  right: boolean;
}

const BY_WORDS: readonly LogitTerm[] = ['bias', 'coverage', 'titled', 'lead'];
const BY_MEANING: readonly LogitTerm[] = ['bias', 'cosine', 'ahead', 'lead'];
/** Centred cosines say less of themselves, and the words of Chinese and Korean say more. */
const CENTRED: Record<Tier, readonly LogitTerm[]> = {
  lexical: ['bias', 'coverage', 'lead'],
  instant: [...BY_MEANING, 'coverage'],
  deep: [...BY_MEANING, 'coverage'],
};

/**
 * The weights that are fitted. The others keep their values of parameters.ts, set by hand: the available sets are of
 * short questions, in which the incoherence of long texts is 0.
 */
const FITTED: Record<VectorKind, Record<Tier, readonly LogitTerm[]>> = {
  plain: { lexical: BY_WORDS, instant: BY_MEANING, deep: BY_MEANING },
  centred: CENTRED,
  foreign: CENTRED,
};

/** Fits the weights of a tier over vectors of a kind to "the first article answers". */
export function fitConfidence(tier: Tier, kind: VectorKind, observations: readonly Observation[]): ConfidenceWeights {
  const held = weightsFor(tier, kind, observations);
  const fitted = FITTED[kind][tier];
  const terms = observations.map(({ features }) => logitTerms(features, held.maxLead));
  const rows = terms.map((term) => fitted.map((name) => term[name]));
  const offsets = terms.map((term) =>
    Object.entries(term).reduce(
      (sum, [name, value]) => sum + (isFitted(name) ? 0 : (held[name as LogitTerm] ?? 0) * value),
      0,
    ),
  );
  const weights = fitLogistic(
    rows,
    observations.map(({ right }) => right),
    { offsets },
  );
  return { ...held, ...Object.fromEntries(fitted.map((name, index) => [name, weights[index]!])) };

  function isFitted(name: string): boolean {
    return fitted.some((one) => one === name);
  }
}

/** The weights that stand for a tier and the questions of some observations, which are all in words or all in signs. */
export function weightsFor(tier: Tier, kind: VectorKind, observations: readonly Observation[]): ConfidenceWeights {
  return confidenceWeights(tier, kind, observations[0]?.features.signs);
}

/** How good weights are on observations. */
export interface Fitness {
  /** Chance that an answerable question has the greater confidence than one that is not; undefined where all are of a kind. */
  auroc: number | undefined;
  /** Of "the first article answers", in nats. */
  logLoss: number;
}

/** How often the verdicts of some weights are right, each a share of 1; NaN of none. */
export interface VerdictShares {
  /** Of the questions whose first article answers: called `none`, and called `confident`. */
  rightNone: number;
  rightConfident: number;
  /** Of all called `confident`, those whose first article answers. */
  confidentRight: number;
  /** Of those that no article answers, called `confident`. */
  unanswerableConfident: number;
}

export function verdictShares(weights: ConfidenceWeights, observations: readonly Observation[]): VerdictShares {
  const judged = observations.map(({ features, right, answerable }) => {
    const confidence = confidenceOf(features, weights);
    return { right, answerable, none: confidence < CONFIDENCE.related, confident: confidence >= CONFIDENCE.confident };
  });
  const right = judged.filter((one) => one.right);
  const confident = judged.filter((one) => one.confident);
  const unanswerable = judged.filter(({ answerable }) => !answerable);
  return {
    rightNone: right.filter(({ none }) => none).length / right.length,
    rightConfident: right.filter((one) => one.confident).length / right.length,
    confidentRight: confident.filter((one) => one.right).length / confident.length,
    unanswerableConfident: unanswerable.filter((one) => one.confident).length / unanswerable.length,
  };
}

export function fitnessOf(weights: ConfidenceWeights, observations: readonly Observation[]): Fitness {
  const confidence = ({ features }: Observation) => confidenceOf(features, weights);
  const some = (answerable: boolean) => observations.filter((one) => one.answerable === answerable).map(confidence);
  return {
    auroc: auroc(some(true), some(false)),
    logLoss: logLoss(
      observations.map(confidence),
      observations.map(({ right }) => right),
    ),
  };
}

/** Observations that have nothing to do with a set: neither its documents nor its questions. */
export function without(set: string, observations: readonly Observation[]): Observation[] {
  return observations.filter(({ corpus, from }) => corpus !== set && from !== set);
}
