import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserWeights } from '../../../../../src/search/indexer/model/browser-weights.ts';
import { gzip } from '../../../../../src/search/indexer/model/gzip.ts';
import { quantizeRows } from '../../../../../src/search/indexer/model/quantize-rows.ts';
import { tinyWeights } from './tiny-bert.ts';

test('a rounded weight is at most half a step from the weight, and a clipped one has the largest code', () => {
  const row = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.double({ min: 0.01, max: 2, noNaN: true }), (rows, step) => {
      const data = Float32Array.from(rows.flat());
      const { codes, scales } = quantizeRows({ shape: [rows.length, 3], data }, () => step);
      expect(scales).toEqual(new Float32Array(rows.length).fill(step));
      codes.forEach((code, index) => {
        if (Math.abs(code) < 127) expect(Math.abs(code * step - data[index]!)).toBeLessThanOrEqual(step / 2 + 1e-4);
        else expect(Math.abs(data[index]!)).toBeGreaterThan(126 * step);
      });
    }),
  );
});

test('a row of zeros stays a row of zeros', () => {
  expect(quantizeRows({ shape: [1, 2], data: new Float32Array(2) }, () => 0)).toEqual({
    codes: new Int8Array(2),
    scales: Float32Array.of(1),
  });
});

test('the browser’s weights hold the rows that were kept, in their new order, and positions up to the longest query', () => {
  const file = tinyWeights();
  const name = 'embeddings.word_embeddings.weight';
  const { data } = file.weights(name);
  const small = browserWeights(file, [3, 0, 39], 8);
  expect(small.weights(name)).toEqual({
    shape: [3, 64],
    data: Float32Array.from([
      ...data.subarray(3 * 64, 4 * 64),
      ...data.subarray(0, 64),
      ...data.subarray(39 * 64, 40 * 64),
    ]),
  });
  expect(small.weights('embeddings.position_embeddings.weight').shape).toEqual([8, 64]);
  expect(small.weights('encoder.layer.0.output.dense.bias')).toEqual(file.weights('encoder.layer.0.output.dense.bias'));
});

test('gzip takes the smaller of its two ways and gives the content back', () => {
  const text = new TextEncoder().encode('the same line again\n'.repeat(500));
  const noise = Uint8Array.from({ length: 20_000 }, (_, index) => (Math.imul(index, 2654435761) >>> 13) % 11);
  for (const content of [text, noise]) expect(new Uint8Array(gunzipSync(gzip(content)))).toEqual(content);
  expect(gzip(text).length).toBeLessThan(200);
  expect(gzip(noise).length).toBeLessThan(9_500);
});
