import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** How much the spans count beside the sections in choosing the dimensions: they only fill up what a small site leaves free. */
const SPAN_SHARE = 0.1;

/**
 * The few directions in which the sections differ most: the leading eigenvectors of their second moments (a principal
 * component analysis without centring, as a cosine has no centre).
 * @returns rows of the teacher's dimensions, at right angles and of length 1.
 */
export function principalDirections(sections: readonly Float32Array[], spans: readonly Float32Array[], count: number): Float32Array[] {
  const dimensions = sections[0]!.length;
  const moments = new Float64Array(dimensions * dimensions);
  addMoments(moments, sections, 1 / sections.length);
  addMoments(moments, spans, SPAN_SHARE / Math.max(1, spans.length));
  const rows = Array.from({ length: dimensions }, (_, row) => Array.from(moments.subarray(row * dimensions, (row + 1) * dimensions)));
  const { eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  // Eigenvalues come in ascending order.
  return Array.from({ length: Math.min(count, dimensions) }, (_, place) => Float32Array.from(eigenvectorMatrix.getColumn(dimensions - 1 - place)));
}

function addMoments(moments: Float64Array, vectors: readonly Float32Array[], weight: number): void {
  for (const vector of vectors) {
    const size = vector.length;
    for (let row = 0; row < size; row++) {
      const factor = vector[row]! * weight;
      for (let column = 0; column < size; column++) moments[row * size + column] = moments[row * size + column]! + factor * vector[column]!;
    }
  }
}

/** Takes vectors, row after row, into the directions. */
export function projectRows(rows: Float32Array, dimensions: number, directions: readonly Float32Array[]): Float32Array {
  const width = directions.length;
  const count = rows.length / dimensions;
  const result = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const vector = rows.subarray(row * dimensions, (row + 1) * dimensions);
    directions.forEach((direction, place) => {
      let sum = 0;
      for (let dimension = 0; dimension < dimensions; dimension++) sum += vector[dimension]! * direction[dimension]!;
      result[row * width + place] = sum;
    });
  }
  return result;
}
