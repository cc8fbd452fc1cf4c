import { CONFIDENCE } from '../parameters.ts';
import type { Tier, Verdict } from '../types.ts';

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
  /** Whether the first section holds every identifier, or every quoted phrase, of a short query. */
  exact: boolean;
}

/**
 * The calibrated probability that the first article answers: a logistic regression, one for each tier, whose weights and
 * thresholds are in parameters.ts. The cosine of a long text is that of a blend and says less: there a lead over the second
 * article counts beside it. Codes and quotations that are found leave no doubt.
 */
export function calibrate({ coverage, cosine = 0, lead, incoherence, exact }: Features, tier: Tier): { verdict: Verdict; confidence: number } {
  const weights = CONFIDENCE[tier];
  const leading = weights.lead * Math.min(lead, weights.maxLead) + weights.incoherence * incoherence * (lead - CONFIDENCE.typicalLead);
  const logit = weights.bias + weights.coverage * coverage + weights.cosine * cosine + leading;
  const probability = 1 / (1 + Math.exp(-logit));
  const confidence = exact ? Math.max(probability, CONFIDENCE.exact) : probability;
  return { verdict: confidence >= CONFIDENCE.confident ? 'confident' : confidence >= CONFIDENCE.related ? 'related' : 'none', confidence };
}
