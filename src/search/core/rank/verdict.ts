import type { Verdict } from '../types.ts';

/** What tells whether the first article answers. */
export interface Features {
  /** Share of the query's words, weighed by their rarity, that the first section says; 0 to 1. */
  coverage: number;
  /** Greatest cosine between the query and a section; undefined without a semantic side. */
  cosine: number | undefined;
  /** Fused score of the first article less that of the second. */
  lead: number;
}

/** How sure the ranking is that the first article answers. */
export function judge({ coverage, cosine }: Features): { verdict: Verdict; confidence: number } {
  const confidence = cosine === undefined ? coverage : Math.max(0, Math.min(1, 0.8 * cosine + 0.2 * coverage));
  return { verdict: confidence >= 0.5 ? 'confident' : confidence >= 0.2 ? 'related' : 'none', confidence };
}
