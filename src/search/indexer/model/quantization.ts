import { largest, rootMeanSquare } from './quantize-rows.ts';
import { blocksOf, type WeightTable } from './weights.ts';
import type { ZeroPoint } from './zero-point.ts';

/** How coarsely weights become integers. A scale is the distance between two codes. */
export interface Quantization {
  /** The scale of one row of a matrix, that is of one output. */
  matrixScale(row: Float32Array, name: string): number;
  /** The scale of each row of a table: one number when all rows share it. */
  tableScales(table: WeightTable): Float32Array;
  /** Whether columns of normalised inputs are evened out, which pays only where scales are coarse. */
  smoothsColumns: boolean;
  matrixZeroPoint: ZeroPoint;
}

/** As fine as 8 bits allow: for the build, where bytes do not matter. */
export function fineQuantization(matrixZeroPoint: ZeroPoint): Quantization {
  return {
    matrixScale: (row) => largest(row) / 127,
    tableScales(table) {
      const [rows, columns] = table.shape;
      const scales = new Float32Array(rows);
      for (const { start, data } of blocksOf(table)) {
        for (let row = 0; row * columns < data.length; row++) {
          scales[start + row] = largest(data.subarray(row * columns, (row + 1) * columns)) / 127 || 1;
        }
      }
      return scales;
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
    tableScales: (words) => Float32Array.of(table * typicalValue(words)),
    smoothsColumns: true,
    // WebAssembly adds in 32 bits.
    matrixZeroPoint: 0,
  };
}

/** The root of a table's mean square. */
function typicalValue(table: WeightTable): number {
  const [rows, columns] = table.shape;
  let squares = 0;
  for (const { data } of blocksOf(table)) for (const value of data) squares += value * value;
  return Math.sqrt(squares / (rows * columns));
}

/** How much coarser than the feed-forward matrices a matrix may be at equal loss per byte, as measured. */
function tolerance(name: string): number {
  if (/\.(query|key)$/.test(name)) return 1.75;
  return name.includes('.attention.') ? 0.7 : 1;
}
