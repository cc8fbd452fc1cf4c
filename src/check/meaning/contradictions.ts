import { dot } from '../../search/core/embedding/vectors.ts';
import { type Candidate, candidatePairs } from './candidates.ts';
import type { Embedder } from './embedder.ts';
import type { Statement } from './statements.ts';

export interface Contradiction extends Candidate {
  /** How sure it is that both speak of the same thing, 0 to 1. */
  score: number;
}

/**
 * Statements that tell customers two things, the surest first. What two statements are about is
 * compared without their numbers and negations; the context (title and headings) counts a little,
 * so that "It takes # days" of two subjects ranks low.
 */
export async function findContradictions(
  statements: readonly Statement[],
  locale: string,
  embedder: Embedder,
  least: number,
): Promise<Contradiction[]> {
  const candidates = candidatePairs(statements);
  const understood = embedder.understands(locale);
  const involved = [...new Set(candidates.flatMap(({ a, b }) => [a, b]))];
  const topics = understood ? await vectors(involved, ({ topic }) => topic) : undefined;
  const contexts = understood ? await vectors(involved, ({ context }) => context) : undefined;
  return candidates
    .map((candidate) => ({ ...candidate, score: score(candidate, topics, contexts) }))
    .filter((each) => each.score >= least)
    .sort((one, other) => other.score - one.score);

  async function vectors(
    of: Statement[],
    text: (statement: Statement) => string,
  ): Promise<Map<Statement, Float32Array>> {
    const found = await embedder.embed(of.map(text), locale);
    return new Map(of.map((statement, index) => [statement, found[index]!]));
  }
}

function score(
  { a, b, overlap }: Candidate,
  topics: Map<Statement, Float32Array> | undefined,
  contexts: Map<Statement, Float32Array> | undefined,
): number {
  if (!topics || !contexts) return overlap;
  const topic = dot(topics.get(a)!, topics.get(b)!);
  const context = dot(contexts.get(a)!, contexts.get(b)!);
  return 0.5 * topic + 0.3 * overlap + 0.2 * context;
}
