import { CONFIDENCE } from '../parameters.ts';
import type { Tier, VectorKind, Verdict } from '../types.ts';

/** What tells whether the first article answers. */
export interface Features {
  /** Share of the query's words, weighed by their rarity, that the first section says; 0 to 1. */
  coverage: number;
  /** Cosine between the query and the first section; undefined without a semantic side, or without a first section. */
  cosine: number | undefined;
  /** That cosine less the greatest one of the next four articles' sections; 0 without a semantic side. */
  ahead: number;
  /** Fused score of the first article less that of the second. */
  lead: number;
  /** How much of the query's words the first article's title says, by rarity, in words that no section has. */
  titled: number;
  /** 1 less the coherence of the question: 0 for a sentence, towards 1 for a long text, which is a blend of many meanings. */
  incoherence: number;
  /** Whether the query's words are single signs and their pairs, as in Chinese and Korean, of which each says less than a word. */
  signs: boolean;
  /** Whether the query is the first article's title, but for a typo, asks for a code that it has, or quotes phrases of it. */
  exact: boolean;
  /**
   * Whether it asks for a code that no article has: what is nearest does not answer, and a `list` of such codes, put first,
   * is worth a look.
   */
  unknownCode: 'list' | 'alone' | undefined;
}

/** A term of the logit, and the name of its weight. */
export type LogitTerm = 'bias' | 'coverage' | 'cosine' | 'ahead' | 'lead' | 'titled' | 'incoherence';

/** The weights of a tier, 0 unless given, and the lead above which more says no more. */
export type ConfidenceWeights = { bias: number; maxLead: number } & Partial<Record<LogitTerm, number>>;

/**
 * The terms that are weighted and summed. The cosine of a long text is that of a blend and says less: there a lead over
 * the second article counts beside it, for the first article or against it.
 */
export function logitTerms(features: Features, maxLead: number): Record<LogitTerm, number> {
  const { coverage, cosine = 0, ahead, lead, titled, incoherence } = features;
  const { maxAhead, maxTitled, typicalLead } = CONFIDENCE;
  return {
    bias: 1,
    coverage,
    cosine,
    ahead: Math.max(-maxAhead, Math.min(ahead, maxAhead)),
    lead: Math.min(lead, maxLead),
    titled: Math.min(titled, maxTitled),
    incoherence: incoherence * (lead - typicalLead),
  };
}

/** The probability that the first article answers, by these weights. Codes and quotations that are found leave no doubt. */
export function confidenceOf(features: Features, weights: ConfidenceWeights): number {
  const terms = Object.entries(logitTerms(features, weights.maxLead)) as [LogitTerm, number][];
  const logit = terms.reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);
  const probability = 1 / (1 + Math.exp(-logit));
  if (features.exact) return Math.max(probability, CONFIDENCE.exact);
  if (features.unknownCode === 'list') return CONFIDENCE.unknownCode;
  return features.unknownCode ? Math.min(probability, CONFIDENCE.unknownCode) : probability;
}

/** The weights of a tier over vectors of a kind; those of words alone are others for signs. */
export function confidenceWeights(tier: Tier, kind: VectorKind, signs = false): ConfidenceWeights {
  if (tier !== 'lexical') return CONFIDENCE[kind][tier];
  return signs ? CONFIDENCE.signs : CONFIDENCE.lexical;
}

/**
 * How sure a ranking of a tier is that its first article answers: a logistic regression, one for each tier and kind of vectors, whose
 * weights and thresholds are in parameters.ts.
 */
export function calibrate(features: Features, tier: Tier, kind: VectorKind): { verdict: Verdict; confidence: number } {
  const confidence = confidenceOf(features, confidenceWeights(tier, kind, features.signs));
  return {
    verdict: confidence >= CONFIDENCE.confident ? 'confident' : confidence >= CONFIDENCE.related ? 'related' : 'none',
    confidence,
  };
}
