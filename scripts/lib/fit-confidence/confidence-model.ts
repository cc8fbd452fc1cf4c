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

const CENTRED: Record<Tier, readonly LogitTerm[]> = {
  lexical: ['bias', 'coverage', 'lead'],
  instant: ['bias', 'coverage', 'cosine', 'lead'],
  deep: ['bias', 'coverage', 'cosine', 'lead'],
};

/**
 * The weights that are fitted. The others keep their values of parameters.ts, set by hand: the available sets are of
 * short questions, in which the lead beside a cosine says little, and the incoherence of long texts is 0.
 */
const FITTED: Record<VectorKind, Record<Tier, readonly LogitTerm[]>> = {
  plain: {
    lexical: ['bias', 'coverage', 'lead'],
    instant: ['bias', 'cosine'],
    deep: ['bias', 'cosine'],
  },
  // Centred cosines say less of themselves, and the words of Chinese and Korean say more.
  centred: CENTRED,
  foreign: CENTRED,
};

/** Fits the weights of a tier over vectors of a kind to "the first article answers". */
export function fitConfidence(tier: Tier, kind: VectorKind, observations: readonly Observation[]): ConfidenceWeights {
  const held = confidenceWeights(tier, kind);
  const fitted = FITTED[kind][tier];
  const terms = observations.map(({ features }) => logitTerms(features, held.maxLead));
  const rows = terms.map((term) => fitted.map((name) => term[name]));
  const offsets = terms.map((term) =>
    Object.entries(term).reduce(
      (sum, [name, value]) => sum + (isFitted(name) ? 0 : held[name as LogitTerm] * value),
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

/** How good weights are on observations. */
export interface Fitness {
  /** Chance that an answerable question has the greater confidence than one that is not; undefined where all are of a kind. */
  auroc: number | undefined;
  /** Of "the first article answers", in nats. */
  logLoss: number;
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
