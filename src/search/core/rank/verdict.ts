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

/** How sure the ranking is. */
export function verdictOf({ coverage, cosine }: Features): Verdict {
  const sureness = cosine === undefined ? coverage : Math.max(cosine, coverage);
  if (sureness >= 0.5) return 'confident';
  return sureness >= 0.2 ? 'related' : 'none';
}
