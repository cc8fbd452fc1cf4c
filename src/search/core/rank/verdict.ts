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
  /** How much the question is a blend of many: 0 for a sentence, towards 1 for a long text. */
  blend: number;
  /** Whether the first section holds every identifier, or every quoted phrase, of a short query. */
  exact: boolean;
}

/**
 * How sure the ranking is that the first article answers: a logistic regression, one for each tier, whose weights and
 * bounds are in parameters.ts. The cosine of a long text is that of a blend and says less: there a lead over the second
 * article counts beside it. Codes and quotations that are found leave no doubt.
 */
export function judge({ coverage, cosine = 0, lead, blend, exact }: Features, tier: Tier): { verdict: Verdict; confidence: number } {
  const weights = CONFIDENCE[tier];
  const ahead = weights.lead * Math.min(lead, weights.mostLead) + weights.blend * blend * (lead - CONFIDENCE.usualLead);
  const evidence = weights.bias + weights.coverage * coverage + weights.cosine * cosine + ahead;
  const likely = 1 / (1 + Math.exp(-evidence));
  const confidence = exact ? Math.max(likely, CONFIDENCE.exact) : likely;
  return { verdict: confidence >= CONFIDENCE.confident ? 'confident' : confidence >= CONFIDENCE.related ? 'related' : 'none', confidence };
}
