import { largest, rootMeanSquare } from './quantize-rows.ts';
import type { Weights } from './safetensors.ts';
import type { ZeroPoint } from './zero-point.ts';

/** How coarsely weights become integers. A scale is the distance between two codes. */
export interface Quantization {
  /** The scale of one row of a matrix, that is of one output. */
  matrixScale(row: Float32Array, name: string): number;
  /** The scale of each row of a table: one number when all rows share it. */
  tableScales(table: Weights): Float32Array;
  /** Whether columns of normalised inputs are evened out, which pays only where scales are coarse. */
  smoothsColumns: boolean;
  matrixZeroPoint: ZeroPoint;
}

/** As fine as 8 bits allow: for the build, where bytes do not matter. */
export function fineQuantization(matrixZeroPoint: ZeroPoint): Quantization {
  return {
    matrixScale: (row) => largest(row) / 127,
    tableScales({ shape, data }) {
      const [rows, columns] = shape as [number, number];
      return Float32Array.from(
        { length: rows },
        (_, row) => largest(data.subarray(row * columns, (row + 1) * columns)) / 127 || 1,
      );
    },
    smoothsColumns: false,
    matrixZeroPoint,
  };
}

/** Scales in units of the typical value: of each row of a matrix, and of the whole table of word pieces. */
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
export function coarseQuantization({ matrix, table }: CoarseSteps): Quantization {
  return {
    matrixScale: (row, name) => matrix * tolerance(name) * rootMeanSquare(row),
    tableScales: ({ data }) => Float32Array.of(table * rootMeanSquare(data)),
    smoothsColumns: true,
    // WebAssembly adds in 32 bits.
    matrixZeroPoint: 0,
  };
}

/** How much coarser than the feed-forward matrices a matrix may be at equal loss per byte, as measured. */
function tolerance(name: string): number {
  if (/\.(query|key)$/.test(name)) return 1.75;
  return name.includes('.attention.') ? 0.7 : 1;
}
