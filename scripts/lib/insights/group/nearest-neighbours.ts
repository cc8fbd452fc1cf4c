/** Another vector and the cosine to it. */
export interface Neighbour {
  index: number;
  cosine: number;
}

/** The product of two vectors is looked at after so many numbers, and given up when it can no longer be large enough. */
const STEP = 96;

/**
 * The nearest other vectors of each, nearest first.
 * @param vectors Vectors of length 1, all of one size.
 * @param most How many of each.
 * @param least Cosine from which on vectors are near at all; above 0.
 */
export function nearestNeighbours(vectors: Float32Array[], most: number, least: number): Neighbour[][] {
  const lists: Neighbour[][] = vectors.map(() => []);
  /** Cosine above which a list takes another neighbour. */
  const bounds = new Float64Array(vectors.length).fill(least);
  const offer = (to: number, index: number, cosine: number): void => {
    const list = lists[to]!;
    let place = list.length;
    while (place > 0 && list[place - 1]!.cosine < cosine) place--;
    list.splice(place, 0, { index, cosine });
    if (list.length > most) list.pop();
    if (list.length === most) bounds[to] = list[most - 1]!.cosine;
  };
  const { flat, size, rests } = inSteps(vectors);
  const steps = size / STEP;
  for (let a = 0; a < vectors.length; a++) {
    for (let b = a + 1; b < vectors.length; b++) {
      const bound = Math.min(bounds[a]!, bounds[b]!);
      let [x, y] = [a * size, b * size];
      let product = 0;
      let possible = true;
      for (let step = 0; step < steps && possible; step++) {
        for (const end = x + STEP; x < end; x += 4, y += 4) {
          product +=
            flat[x]! * flat[y]! +
            flat[x + 1]! * flat[y + 1]! +
            flat[x + 2]! * flat[y + 2]! +
            flat[x + 3]! * flat[y + 3]!;
        }
        // What is left adds at most the product of the lengths of both rests (Cauchy and Schwarz).
        possible = product + rests[a * steps + step]! * rests[b * steps + step]! >= bound;
      }
      if (!possible) continue;
      if (product > bounds[a]!) offer(a, b, product);
      if (product > bounds[b]!) offer(b, a, product);
    }
  }
  return lists;
}

/** All vectors in one array, filled up with zeros to whole steps, and the length of what follows each step. */
function inSteps(vectors: Float32Array[]): { flat: Float32Array; size: number; rests: Float32Array } {
  const size = Math.max(1, Math.ceil((vectors[0]?.length ?? 0) / STEP)) * STEP;
  const steps = size / STEP;
  const flat = new Float32Array(vectors.length * size);
  const rests = new Float32Array(vectors.length * steps);
  vectors.forEach((vector, index) => {
    flat.set(vector, index * size);
    let square = 0;
    for (let place = size - 1; place >= STEP; place--) {
      square += flat[index * size + place]! ** 2;
      if (place % STEP === 0) rests[index * steps + place / STEP - 1] = Math.sqrt(square);
    }
  });
  return { flat, size, rests };
}
