import type { CodeBits } from '../../core/semantic/quantized.ts';

/** How many dimensions are kept of each vector, and in how many bits each. */
export interface StorageShape {
  dimensions: number;
  bits: CodeBits;
}

/** About what all sections' vectors together may take before compression; every visitor who searches fetches them. */
const BUDGET = 80_000;

/** From the best to the smallest; what each loses is in src/search/MEASUREMENTS.md. */
const SHAPES: readonly StorageShape[] = [
  { dimensions: 128, bits: 8 },
  { dimensions: 128, bits: 4 },
  { dimensions: 96, bits: 4 },
  { dimensions: 64, bits: 4 },
];

/** The best shape in which the vectors of so many sections keep to the budget, else the smallest. */
export function storageShape(sections: number): StorageShape {
  return SHAPES.find(({ dimensions, bits }) => (sections * dimensions * bits) / 8 <= BUDGET) ?? SHAPES.at(-1)!;
}
