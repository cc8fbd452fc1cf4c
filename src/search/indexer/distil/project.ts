import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { columnsOf, concatenateRows, matrixProduct } from '../embed/matrix.ts';

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
  return matrixProduct(rows, columnsOf(directions, dimensions), dimensions);
}

/** As many of the items as directions are found from, evenly spread. */
export function evenSample<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / SAMPLE);
  return Array.from({ length: Math.floor(items.length / step) }, (_, place) => items[Math.floor(place * step)]!);
}

/** The mean of the outer products of vectors with themselves. */
async function secondMoments(vectors: readonly Float32Array[], dimensions: number): Promise<Float32Array> {
  const sample = evenSample(vectors);
  if (sample.length === 0) return new Float32Array(dimensions * dimensions);
  const sums = await matrixProduct(columnsOf(sample, dimensions), concatenateRows(sample), sample.length);
  return sums.map((sum) => sum / sample.length);
}
