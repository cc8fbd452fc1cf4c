import { addTo, dot, normalize } from '../../core/embedding/vectors.ts';
import type { ForeignIndex } from '../distil/foreign-index.ts';
import type { SemanticIndex } from '../distil/semantic-index.ts';
import { type IndexDocument, indexSections } from '../index-document.ts';

/** What of an index follows the order of its articles. */
interface Ordered {
  documents: readonly IndexDocument[];
  semantic?: SemanticIndex | undefined;
  foreign?: ForeignIndex | undefined;
}

/**
 * Puts articles of like topics near each other, so that the results of a question lie in fewer files of texts: again and again
 * in two halves, along the direction in which their vectors differ most. The same vectors give the same order; without any,
 * articles stay as they are.
 */
export function orderByTopic({ documents, semantic, foreign }: Ordered): Ordered {
  if (!semantic) return { documents, semantic, foreign };
  let next = 0;
  const placesOf = documents.map((document) => indexSections([document]).map(() => next++));
  const vectors = placesOf.map((places) => meanOf(places.map((place) => semantic.sections[place]!)));
  const order = halved([...documents.keys()], vectors);
  const places = order.flatMap((document) => placesOf[document]!);
  const inOrder = <Index extends Pick<SemanticIndex, 'sections'>>(index: Index): Index => ({
    ...index,
    sections: places.map((place) => index.sections[place]!),
  });
  return {
    documents: order.map((document) => documents[document]!),
    semantic: inOrder(semantic),
    foreign: foreign && inOrder(foreign),
  };
}

/** Dimensions that are compared: the first ones differ most. */
const COMPARED = 64;
/** Rounds of the power iteration; a direction that is nearly the one of most variance does. */
const ROUNDS = 6;

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(Math.min(COMPARED, vectors[0]?.length ?? 0));
  for (const vector of vectors) addTo(sum, vector.subarray(0, COMPARED));
  return normalize(sum);
}

/**
 * Some of the vectors in order, those that are alike near each other.
 * @param before The vector that they follow: the half that is nearer to it comes first.
 */
function halved(some: readonly number[], vectors: readonly Float32Array[], before?: Float32Array): number[] {
  if (some.length <= 2) return [...some];
  const direction = widest(some.map((one) => vectors[one]!));
  const middle = direction && meanOf(some.map((one) => vectors[one]!));
  const ahead = before && middle && dot(before, direction) > dot(middle, direction) ? -1 : 1;
  const places = new Map(some.map((one) => [one, direction ? ahead * dot(vectors[one]!, direction) : 0]));
  const sorted = [...some].sort((one, other) => places.get(one)! - places.get(other)! || one - other);
  const half = sorted.length >> 1;
  const first = halved(sorted.slice(0, half), vectors, before);
  return [...first, ...halved(sorted.slice(half), vectors, vectors[first.at(-1)!])];
}

/** About the direction of most variance (power iteration); undefined where all vectors are alike. */
function widest(vectors: readonly Float32Array[]): Float32Array | undefined {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) addTo(mean, vector);
  const centred = vectors.map((vector) => vector.map((value, place) => value - mean[place]! / vectors.length));
  let direction: Float32Array | undefined = centred.find((vector) => dot(vector, vector) > SMALLEST);
  for (let round = 0; direction && round < ROUNDS; round++) {
    const sum = new Float32Array(mean.length);
    for (const vector of centred) {
      const along = dot(vector, direction);
      for (let place = 0; place < sum.length; place++) sum[place]! += along * vector[place]!;
    }
    direction = dot(sum, sum) > 0 ? normalize(sum) : undefined;
  }
  return direction;
}

/** Squared distance from the mean below which a vector is no other than that. */
const SMALLEST = 1e-9;
