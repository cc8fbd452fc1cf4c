import type { Features } from '../../../src/search/core/rank/verdict.ts';
import type { Tier, Verdict } from '../../../src/search/core/types.ts';

/** What a run of one query gives. */
export interface RunResult {
  /** Documents by their ids, best first, at most 20. */
  ranked: { id: string; score: number }[];
  verdict?: Verdict;
  /** How sure the ranking is that its first document answers; comparable between queries. */
  confidence?: number;
  /** What the confidence was made of. */
  features?: Features;
}

const BASELINES = ['orama', 'minisearch'] as const;
export type SystemName = Tier | (typeof BASELINES)[number];
export const SYSTEMS: readonly SystemName[] = ['lexical', 'instant', 'deep', ...BASELINES];

/** Something that answers queries over one indexed locale of a set. */
export interface System {
  name: SystemName;
  run(query: string): Promise<RunResult>;
}

/** Documents a run keeps. */
export const DEPTH = 20;
