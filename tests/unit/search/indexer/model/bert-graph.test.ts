import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test, vi } from 'vitest';
import { writeBertGraph } from '../../../../../src/search/indexer/model/bert-graph.ts';
import { int8Weights } from '../../../../../src/search/indexer/model/int8-weights.ts';
import { fineQuantization } from '../../../../../src/search/indexer/model/quantization.ts';
import { float32Weights, type WeightFormat } from '../../../../../src/search/indexer/model/weight-format.ts';
import { matrixZeroPoint } from '../../../../../src/search/indexer/model/zero-point.ts';
import { referenceForward, tinyConfig, tinyVocabulary, tinyWeights } from './tiny-bert.ts';

vi.setConfig({ testTimeout: 60_000 });

const weights = tinyWeights();
const int8 = int8Weights(fineQuantization(await matrixZeroPoint()));
const texts = [
  [1, 5, 9, 2],
  [1, 30, 31, 32, 33, 34, 35, 2],
  [1, 7, 2],
];

/** Runs texts as one batch, padded to `length`; gives each text's own rows. */
async function run(format: WeightFormat, batch: number[][], length = 8): Promise<number[][][]> {
  const session = await InferenceSession.create(writeBertGraph(tinyConfig, weights, format));
  const pad = (fill: (ids: number[], place: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(batch.flatMap((ids) => Array.from({ length }, (_, place) => BigInt(fill(ids, place))))),
      [batch.length, length],
    );
  const output = await session.run({
    input_ids: pad((ids, place) => ids[place] ?? 0),
    attention_mask: pad((ids, place) => (place < ids.length ? 1 : 0)),
    token_type_ids: pad(() => 0),
  });
  const { data, dims } = output.last_hidden_state!;
  expect(dims).toEqual([batch.length, length, tinyConfig.hidden_size]);
  const rows = Array.from({ length: batch.length * length }, (_, row) => [
    ...(data as Float32Array).subarray(row * tinyConfig.hidden_size, (row + 1) * tinyConfig.hidden_size),
  ]);
  return batch.map((ids, text) => rows.slice(text * length, text * length + ids.length));
}

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  return dot / Math.hypot(...a) / Math.hypot(...b);
}

test('the graph in 32 bits computes what plain loops over the same weights compute', async () => {
  const results = await run(float32Weights, texts);
  texts.forEach((ids, text) => {
    const expected = referenceForward(tinyConfig, weights, ids);
    results[text]!.flat().forEach((value, index) => expect(value).toBeCloseTo(expected.flat()[index]!, 3));
  });
});

test('the graph in 8 bits stays within a cosine of 0.999 of it', async () => {
  const results = await run(int8, texts);
  texts.forEach((ids, text) => {
    expect(cosine(results[text]!.flat(), referenceForward(tinyConfig, weights, ids).flat())).toBeGreaterThan(0.999);
  });
});

test('unsigned codes stay as near on every processor', async () => {
  const results = await run(int8Weights(fineQuantization(128)), texts);
  texts.forEach((ids, text) => {
    expect(cosine(results[text]!.flat(), referenceForward(tinyConfig, weights, ids).flat())).toBeGreaterThan(0.999);
  });
});

test('every word piece has its own row, the first and the last too', async () => {
  const ids = [0, tinyVocabulary - 1];
  const [result] = await run(int8, [ids]);
  expect(cosine(result!.flat(), referenceForward(tinyConfig, weights, ids).flat())).toBeGreaterThan(0.999);
});

test('a text’s vectors in 8 bits are the same bits alone and in a batch', async () => {
  const together = await run(int8, texts);
  for (const [index, ids] of texts.entries()) expect(await run(int8, [ids])).toEqual([together[index]]);
});
