import { matmul, Tensor } from '@huggingface/transformers';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { concatenateRows } from './matrix.ts';

/** How much the spans count beside the sections in choosing the dimensions: they only fill up what a small site leaves free. */
const SPAN_SHARE = 0.1;
/** Sections and spans that are sampled, evenly spread: directions settle long before. */
const SAMPLE = 1_500;

/**
 * The few directions in which the sections differ most: the leading eigenvectors of their second moments (a principal
 * component analysis without centring, as a cosine has no centre).
 * @returns rows of the teacher's dimensions, at right angles and of length 1.
 */
export async function principalComponents(
  sections: readonly Float32Array[],
  spans: readonly Float32Array[],
  count: number,
): Promise<Float32Array[]> {
  const dimensions = sections[0]!.length;
  const ofSections = await secondMoments(sections, dimensions);
  const ofSpans = await secondMoments(spans, dimensions);
  const rows = Array.from({ length: dimensions }, (_, row) =>
    Array.from({ length: dimensions }, (_, column) => {
      // The same on both sides of the diagonal, which a sum in another order need not be.
      const place = Math.max(row, column) * dimensions + Math.min(row, column);
      return ofSections[place]! + SPAN_SHARE * ofSpans[place]!;
    }),
  );
  const { eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  // Eigenvalues come in ascending order.
  return Array.from({ length: Math.min(count, dimensions) }, (_, place) =>
    Float32Array.from(eigenvectorMatrix.getColumn(dimensions - 1 - place)),
  );
}

/** Takes vectors, row after row, into the directions. */
export async function projectRows(
  rows: Float32Array,
  dimensions: number,
  directions: readonly Float32Array[],
): Promise<Float32Array> {
  return matrixProduct(rows, transpose(directions, dimensions), dimensions);
}

/** The mean of the outer products of vectors with themselves. */
async function secondMoments(vectors: readonly Float32Array[], dimensions: number): Promise<Float32Array> {
  const step = Math.max(1, vectors.length / SAMPLE);
  const sample = Array.from(
    { length: Math.floor(vectors.length / step) },
    (_, place) => vectors[Math.floor(place * step)]!,
  );
  if (sample.length === 0) return new Float32Array(dimensions * dimensions);
  const sums = await matrixProduct(transpose(sample, dimensions), concatenateRows(sample), sample.length);
  return sums.map((sum) => sum / sample.length);
}

/** The vectors as columns, row after row. */
function transpose(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const columns = new Float32Array(dimensions * vectors.length);
  vectors.forEach((vector, column) => vector.forEach((value, row) => (columns[row * vectors.length + column] = value)));
  return columns;
}

/** The product of two matrices, row after row, the first with `inner` columns; by the model's runtime, a hundred times as fast as a loop. */
async function matrixProduct(one: Float32Array, other: Float32Array, inner: number): Promise<Float32Array> {
  if (one.length === 0) return new Float32Array();
  const result = await matmul(
    new Tensor('float32', one, [one.length / inner, inner]),
    new Tensor('float32', other, [inner, other.length / inner]),
  );
  return result.data as Float32Array;
}
