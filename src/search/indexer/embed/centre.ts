import { normalize } from '../../core/embedding/vectors.ts';
import type { Teacher } from './teacher.ts';

/** The mean of vectors, not brought to length 1. */
export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addShare(mean, vector, vectors.length);
  return mean;
}

/** Adds to a mean of `count` vectors the share of one of them. */
export function addShare(mean: Float32Array, vector: Float32Array, count: number): void {
  vector.forEach((value, place) => (mean[place] = mean[place]! + value / count));
}

/**
 * A vector without what it has in common with others, at length 1. A model of many languages puts most of a text's
 * direction into its language and its kind, question or passage: any two texts are alike, and what tells them apart is
 * small beside it.
 */
export function withoutCommon(vector: Float32Array, common: Float32Array): Float32Array {
  return normalize(vector.map((value, place) => value - common[place]!));
}

/**
 * Whether questions have something in common that sections in their language don't have, and that is taken off: a model that is told
 * by prefixes what is a question and what a passage gives each kind a direction of its own. To one that reads both alike the
 * mean of made-up questions is what questions are about.
 */
export function setsQuestionsApart({ centred, prefixes }: Pick<Teacher, 'centred' | 'prefixes'>): boolean {
  return centred && prefixes.query !== prefixes.passage;
}
