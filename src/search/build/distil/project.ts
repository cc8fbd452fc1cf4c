import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** How much the spans count beside the sections in choosing the dimensions: they only fill up what a small site leaves free. */
const SPAN_SHARE = 0.1;
/** Sections and spans that are looked at, evenly spread: directions settle long before. */
const LOOKED_AT = 1_500;

/**
 * The few directions in which the sections differ most: the leading eigenvectors of their second moments (a principal
 * component analysis without centring, as a cosine has no centre).
 * @returns rows of the teacher's dimensions, at right angles and of length 1.
 */
export function principalDirections(sections: readonly Float32Array[], spans: readonly Float32Array[], count: number): Float32Array[] {
  const dimensions = sections[0]!.length;
  const moments = new Float64Array(dimensions * dimensions);
  addMoments(moments, sections, 1);
  addMoments(moments, spans, SPAN_SHARE);
  const rows = Array.from({ length: dimensions }, (_, row) => Array.from({ length: dimensions }, (_, column) => moments[Math.max(row, column) * dimensions + Math.min(row, column)]!));
  const { eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  // Eigenvalues come in ascending order.
  return Array.from({ length: Math.min(count, dimensions) }, (_, place) => Float32Array.from(eigenvectorMatrix.getColumn(dimensions - 1 - place)));
}

/** Adds the mean of the outer products of vectors with themselves, `share` times; on and below the diagonal. */
function addMoments(moments: Float64Array, vectors: readonly Float32Array[], share: number): void {
  const step = Math.max(1, vectors.length / LOOKED_AT);
  const count = Math.floor(vectors.length / step);
  for (let place = 0; place < count; place++) {
    const vector = vectors[Math.floor(place * step)]!;
    const size = vector.length;
    for (let row = 0; row < size; row++) {
      const factor = (vector[row]! * share) / count;
      for (let column = 0; column <= row; column++) moments[row * size + column] = moments[row * size + column]! + factor * vector[column]!;
    }
  }
}

/** Takes vectors, row after row, into the directions. */
export function projectRows(rows: Float32Array, dimensions: number, directions: readonly Float32Array[]): Float32Array {
  const width = directions.length;
  const result = new Float32Array((rows.length / dimensions) * width);
  const none = new Float32Array(dimensions);
  // Four at a time: each value is read once for all of them.
  for (let place = 0; place < width; place += 4) {
    const [one = none, two = none, three = none, four = none] = directions.slice(place, place + 4);
    const most = Math.min(4, width - place);
    for (let from = 0, to = place; from < rows.length; from += dimensions, to += width) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        const value = rows[from + dimension]!;
        first += value * one[dimension]!;
        second += value * two[dimension]!;
        third += value * three[dimension]!;
        fourth += value * four[dimension]!;
      }
      result[to] = first;
      if (most > 1) result[to + 1] = second;
      if (most > 2) result[to + 2] = third;
      if (most > 3) result[to + 3] = fourth;
    }
  }
  return result;
}
