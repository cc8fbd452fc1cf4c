import { dot } from '../../search/core/embedding/vectors.ts';
import { type Candidate, candidatePairs } from './candidates.ts';
import type { Embedder } from './embedder.ts';
import type { Place, Statement } from './statements.ts';

/** One of two sentences that contradict each other, at the place where they do so most. */
interface Said extends Pick<Place, 'article' | 'line'> {
  text: string;
}

export interface Contradiction extends Pick<Candidate, 'reason'> {
  /** The one that is read first. */
  a: Said;
  b: Said;
  /** How sure it is that both speak of the same thing, 0 to 1. */
  score: number;
}

/**
 * Statements that tell customers two things, the surest first. What two statements are about is
 * compared without their numbers and negations; the context (title and headings) counts a little,
 * so that "It takes # days" of two subjects ranks low. Of the places of two sentences those count whose contexts are most alike.
 */
export async function findContradictions(
  statements: readonly Statement[],
  locale: string,
  embedder: Embedder,
  least: number,
): Promise<Contradiction[]> {
  const candidates = candidatePairs(statements);
  const involved = [...new Set(candidates.flatMap(({ a, b }) => [a, b]))];
  const understood = embedder.understands(locale);
  // Once for each place: what texts have in common is taken off some models' vectors, and what is said often counts often.
  const topics = understood
    ? await vectors(involved.flatMap(({ topic, places }) => places.map(() => topic)))
    : undefined;
  const contexts = understood
    ? await vectors(involved.flatMap(({ places }) => places.map(({ context }) => context)))
    : undefined;
  return candidates
    .map((candidate) => surest(candidate, topics, contexts))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.order[0] - other.order[0] || one.order[1] - other.order[1]);

  async function vectors(texts: string[]): Promise<Map<string, Float32Array>> {
    const found = await embedder.embed(texts, locale);
    return new Map(texts.map((text, index) => [text, found[index]!]));
  }
}

type Vectors = ReadonlyMap<string, Float32Array>;

/** A candidate at its surest places, with their order, first the one that is read first. */
function surest(
  { a, b, reason, overlap }: Candidate,
  topics: Vectors | undefined,
  contexts: Vectors | undefined,
): Contradiction & { order: [number, number] } {
  let best: { order: [number, number]; one: Place; other: Place; context: number } | undefined;
  const vectorsOf = ({ places }: Statement) => places.map(({ context }) => contexts?.get(context));
  const [ofA, ofB] = [vectorsOf(a), vectorsOf(b)];
  for (const [row, one] of a.places.entries())
    for (const [column, other] of b.places.entries()) {
      if (one.article.id === other.article.id) continue;
      const context = contexts ? dot(ofA[row]!, ofB[column]!) : 0;
      const order: [number, number] = [Math.min(one.order, other.order), Math.max(one.order, other.order)];
      if (!best || context > best.context || (context === best.context && isBefore(order, best.order)))
        best = { order, one, other, context };
    }
  const { order, one, other, context } = best!;
  const score = topics
    ? 0.5 * dot(topics.get(a.topic)!, topics.get(b.topic)!) + 0.3 * overlap + 0.2 * context
    : overlap;
  const said = [sayAt(one, a.text), sayAt(other, b.text)] as const;
  const [first, second] = one.order < other.order ? said : [said[1], said[0]];
  return { a: first, b: second, reason, score, order };
}

function isBefore(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

function sayAt(place: Place, text: string): Said {
  return {
    article: place.article,
    text,
    get line() {
      return place.line;
    },
  };
}
