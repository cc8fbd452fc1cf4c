import { CONFIDENCE } from '../parameters.ts';
import type { Tier, VectorKind, Verdict } from '../types.ts';

/** What tells whether the first article answers. */
export interface Features {
  /** Share of the query's words, weighed by their rarity, that the first section says; 0 to 1. */
  coverage: number;
  /** Cosine between the query and the first section; undefined without a semantic side, or without a first section. */
  cosine: number | undefined;
  /** Fused score of the first article less that of the second. */
  lead: number;
  /** 1 less the coherence of the question: 0 for a sentence, towards 1 for a long text, which is a blend of many meanings. */
  incoherence: number;
  /** Whether the query is the first article's title, but for a typo, asks for a code that it has, or quotes phrases of it. */
  exact: boolean;
  /**
   * Whether it asks for a code that no article has: what is nearest does not answer, and a `list` of such codes, put first,
   * is worth a look.
   */
  unknownCode: 'list' | 'alone' | undefined;
}

/** A term of the logit, and the name of its weight. */
export type LogitTerm = 'bias' | 'coverage' | 'cosine' | 'lead' | 'incoherence';

/** The weights of a tier, and the lead above which more says no more. */
export type ConfidenceWeights = Record<LogitTerm | 'maxLead', number>;

/**
 * The terms that are weighted and summed. The cosine of a long text is that of a blend and says less: there a lead over
 * the second article counts beside it, for the first article or against it.
 */
export function logitTerms(
  { coverage, cosine = 0, lead, incoherence }: Features,
  maxLead: number,
): Record<LogitTerm, number> {
  return {
    bias: 1,
    coverage,
    cosine,
    lead: Math.min(lead, maxLead),
    incoherence: incoherence * (lead - CONFIDENCE.typicalLead),
  };
}

/** The probability that the first article answers, by these weights. Codes and quotations that are found leave no doubt. */
export function confidenceOf(features: Features, weights: ConfidenceWeights): number {
  const terms = logitTerms(features, weights.maxLead);
  const leading = weights.lead * terms.lead + weights.incoherence * terms.incoherence;
  const logit = weights.bias + weights.coverage * terms.coverage + weights.cosine * terms.cosine + leading;
  const probability = 1 / (1 + Math.exp(-logit));
  if (features.exact) return Math.max(probability, CONFIDENCE.exact);
  if (features.unknownCode === 'list') return CONFIDENCE.unknownCode;
  return features.unknownCode ? Math.min(probability, CONFIDENCE.unknownCode) : probability;
}

/** The weights of a tier over vectors of a kind. */
export function confidenceWeights(tier: Tier, kind: VectorKind): ConfidenceWeights {
  return tier === 'lexical' ? CONFIDENCE.lexical : CONFIDENCE[kind][tier];
}

/**
 * How sure a ranking of a tier is that its first article answers: a logistic regression, one for each tier and kind of vectors, whose
 * weights and thresholds are in parameters.ts.
 */
export function calibrate(features: Features, tier: Tier, kind: VectorKind): { verdict: Verdict; confidence: number } {
  const confidence = confidenceOf(features, confidenceWeights(tier, kind));
  return {
    verdict: confidence >= CONFIDENCE.confident ? 'confident' : confidence >= CONFIDENCE.related ? 'related' : 'none',
    confidence,
  };
}
