import type { Rounding } from './int8-weights.ts';
import type { MatrixZero } from './zero-point.ts';
import { largest, rootMeanSquare } from './quantize-rows.ts';

/** As fine as 8 bits allow: for the build, where bytes do not matter. */
export function fineRounding(matrixZero: MatrixZero): Rounding {
  return {
    matrixStep: (row) => largest(row) / 127,
    tableSteps({ shape, data }) {
      const [rows, columns] = shape as [number, number];
      return Float32Array.from({ length: rows }, (_, row) => largest(data.subarray(row * columns, (row + 1) * columns)) / 127 || 1);
    },
    evensColumns: false,
    matrixZero,
  };
}

/** Steps in units of the typical value: of each row of a matrix, and of the whole table of word pieces. */
export interface CoarseSteps {
  matrix: number;
  table: number;
}

/**
 * As coarse as the search allows: for the browser, where the file is compressed. With even
 * steps the codes of most weights are small numbers, and entropy coding (gzip) stores them in
 * about 4 bits, less than blocks of fixed 4-bit codes with their scales take and at a
 * fraction of their error (Gish and Pierce 1968). src/search/indexer/README.md has the table
 * that the steps were chosen from.
 */
export function coarseRounding({ matrix, table }: CoarseSteps): Rounding {
  return {
    matrixStep: (row, name) => matrix * tolerance(name) * rootMeanSquare(row),
    tableSteps: ({ data }) => Float32Array.of(table * rootMeanSquare(data)),
    evensColumns: true,
    // WebAssembly adds in 32 bits.
    matrixZero: 0,
  };
}

/** How much coarser than the feed-forward matrices a matrix may be at equal loss per byte, as measured. */
function tolerance(name: string): number {
  if (/\.(query|key)$/.test(name)) return 1.75;
  return name.includes('.attention.') ? 0.7 : 1;
}
