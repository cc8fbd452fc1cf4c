import { dot } from '../../search/core/embedding/vectors.ts';

/** Vectors that are looked at, evenly spread: directions settle long before. */
const SAMPLE = 1000;
const ROUNDS = 4;

/**
 * About the directions in which vectors differ most from their mean, the leading principal components, by a few rounds of orthogonal
 * iteration from the vectors themselves: at right angles and of length 1. Any directions would do for a bound; the better
 * they are, the more does it rule out. Fewer than `count` where the vectors don't span as many.
 */
export function leadingDirections(vectors: readonly Float32Array[], mean: Float32Array, count: number): Float32Array[] {
  const sample = spread(vectors, SAMPLE).map((vector) => vector.map((value, place) => value - mean[place]!));
  let directions = atRightAngles(spread(sample, count));
  for (let round = 0; round < ROUNDS; round += 1)
    directions = atRightAngles(directions.map((direction) => momentsTimes(sample, direction)));
  return directions;
}

function momentsTimes(sample: readonly Float32Array[], direction: Float32Array): Float32Array {
  const product = new Float32Array(direction.length);
  for (const vector of sample) {
    const share = dot(vector, direction);
    for (let index = 0; index < product.length; index += 1) product[index]! += share * vector[index]!;
  }
  return product;
}

/** By Gram and Schmidt, each twice against rounding; what the ones before span is left out. */
function atRightAngles(vectors: readonly Float32Array[]): Float32Array[] {
  const directions: Float32Array[] = [];
  for (const vector of vectors) {
    const left = Float32Array.from(vector);
    for (const direction of [...directions, ...directions]) {
      const share = dot(left, direction);
      for (let index = 0; index < left.length; index += 1) left[index]! -= share * direction[index]!;
    }
    const length = Math.sqrt(dot(left, left));
    if (length > 1e-4 * Math.sqrt(dot(vector, vector))) directions.push(left.map((value) => value / length));
  }
  return directions;
}

function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, place) => list[Math.floor(place * step)]!);
}
