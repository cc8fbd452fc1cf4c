import { expect, test } from 'vitest';
import { multiply } from '../../../../src/search/core/semantic/quantized.ts';
import { readVectorsFile } from '../../../../src/search/core/semantic/vectors-file.ts';
import { writeVectorsFile } from '../../../../src/search/indexer/write/format/vectors-file.ts';

test('a dimension that is empty but for rounding does not harm the others', () => {
  const rows = [Float32Array.of(0.5, 1e-44, -0.5), Float32Array.of(-0.25, 0, 0.75)];
  const stored = readVectorsFile(writeVectorsFile(rows, 3, 8), 'vectors.bin');
  const products = multiply(
    stored.rows,
    Float32Array.of(1, 0, 0).map((value, dimension) => value * stored.scales[dimension]!),
  );
  expect(products[0]).toBeCloseTo(0.5, 1);
  expect(products[1]).toBeCloseTo(-0.25, 1);
});
