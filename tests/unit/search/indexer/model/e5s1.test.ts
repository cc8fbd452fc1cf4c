import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { parseBertConfig } from '../../../../../src/search/indexer/model/bert-config.ts';
import { writeBertGraph } from '../../../../../src/search/indexer/model/bert-graph.ts';
import { readE5s1 } from '../../../../../src/search/indexer/model/e5s1.ts';
import { ModelError } from '../../../../../src/search/indexer/model/model-error.ts';
import { float32Weights } from '../../../../../src/search/indexer/model/weight-format.ts';
import { type FakeE5s1, tinyE5s1, tinyPieces, tinySizes, writeE5s1 } from './fake-e5s1.ts';
import { referenceForward } from './tiny-bert.ts';

const tiny = tinyE5s1();
const whole = writeE5s1(tiny);
const read = readE5s1(whole, 'tiny.bin');
const changed = (change: Partial<FakeE5s1>) => writeE5s1({ ...tiny, ...change });
const withTensor = (name: string, change: Partial<FakeE5s1['tensors'][number]>) =>
  changed({ tensors: tiny.tensors.map((tensor) => (tensor.name === name ? { ...tensor, ...change } : tensor)) });

test('every tensor comes back number by number, with its shape, under BERT’s usual name', () => {
  const usual = {
    'emb.word': 'embeddings.word_embeddings.weight',
    'emb.ln.b': 'embeddings.LayerNorm.bias',
    'l0.q.w': 'encoder.layer.0.attention.self.query.weight',
    'l1.ao.w': 'encoder.layer.1.attention.output.dense.weight',
    'l1.aln.w': 'encoder.layer.1.attention.output.LayerNorm.weight',
    'l0.fi.w': 'encoder.layer.0.intermediate.dense.weight',
    'l0.fi.b': 'encoder.layer.0.intermediate.dense.bias',
    'l1.fo.w': 'encoder.layer.1.output.dense.weight',
    'l1.oln.b': 'encoder.layer.1.output.LayerNorm.bias',
  };
  expect(read.weights.names).toHaveLength(tiny.tensors.length);
  for (const [name, bert] of Object.entries(usual)) {
    const { shape, values } = tiny.tensors.find((tensor) => tensor.name === name)!;
    expect(read.weights.weights(bert), name).toEqual({ shape, data: Float32Array.from(values) });
  }
});

test('rows out of the middle of a table are the same rows, in 4 bits and in 32', () => {
  for (const name of ['word', 'position']) {
    const table = `embeddings.${name}_embeddings.weight`;
    const { data } = read.weights.weights(table);
    expect(read.weights.table(table).rows(3, 5)).toEqual(data.slice(3 * 32, 5 * 32));
  }
});

test('a file may begin anywhere in memory', () => {
  const pool = Buffer.alloc(whole.length + 3);
  pool.set(whole, 3);
  expect(readE5s1(pool.subarray(3), 'tiny.bin').weights.weights('embeddings.LayerNorm.weight')).toEqual(
    read.weights.weights('embeddings.LayerNorm.weight'),
  );
});

test('the encoder of these weights computes what plain loops compute, positions counted from the first row', async () => {
  const config = parseBertConfig(read.config, 'config');
  expect(config).toMatchObject({ hidden_size: 32, num_hidden_layers: 2, layer_norm_eps: Math.fround(1e-12) });
  const ids = [0, 5, 8, 2];
  const session = await InferenceSession.create(writeBertGraph(config, read.weights, float32Weights));
  const input = (values: number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
  const output = await session.run({
    input_ids: input(ids),
    attention_mask: input([1, 1, 1, 1]),
    token_type_ids: input([0, 0, 0, 0]),
  });
  const expected = referenceForward(config, read.weights, ids).flat();
  (output.last_hidden_state!.data as Float32Array).forEach((value, place) =>
    expect(value).toBeCloseTo(expected[place]!, 3),
  );
});

test('texts are cut by the most probable path, between the opening and the closing piece', () => {
  const tokenizer = new Tokenizer(read.tokenizer as object, {});
  const cut = (text: string) => tokenizer.encode(text).tokens.join(' ');
  expect(tokenizer.encode('자전거').ids).toEqual([0, 5, 8, 2]);
  expect(cut('bikes?')).toBe('<s> ▁bike s ? </s>');
  expect(cut('ｂｉｋｅ\u0007s  １２')).toBe('<s> ▁bike s ▁12 </s>');
  expect(cut('b~～')).toBe('<s> ▁b ~ ～ </s>');
  expect(cut('Ж')).toBe('<s> ▁ Ж </s>');
  expect(tokenizer.encode('Ж').ids).toEqual([0, 4, 3, 2]);
  expect(tokenizer.encode('<mask>').ids).toEqual([0, 19, 2]);
});

test('a file cut off anywhere is an error with its name, never another exception', () => {
  for (let length = 0; length < whole.length; length += length < 1200 ? 1 : 97) {
    expect(() => readE5s1(whole.subarray(0, length), 'tiny.bin'), `cut at ${length}`).toThrow(ModelError);
  }
  expect(() => readE5s1(whole.subarray(0, 30), 'tiny.bin')).toThrow(
    'tiny.bin: found 30 bytes; expected at least 32. Delete the file, and build again to fetch it anew.',
  );
});

test.each<[string, Uint8Array]>([
  ['a file that begins with "<!do"', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
  ['version 2; expected version 1', changed({ version: 2 })],
  ['-1 layers; expected between 1 and 16777216', changed({ sizes: { ...tinySizes, layers: -1 } })],
  ['blocks of 64 weights; expected blocks of 32', changed({ block: 64 })],
  ['20 word pieces; expected at most 19, as many as rows', changed({ sizes: { ...tinySizes, rows: 19 } })],
  ['special piece 20 of 20; expected a number below', changed({ special: [0, 2, 1, 20] })],
  ['no tensor "l2.q.w"', changed({ sizes: { ...tinySizes, layers: 3 } })],
  ['704 numbers in tensor "emb.word"; expected 736 (23 × 32)', changed({ sizes: { ...tinySizes, rows: 23 } })],
  ['tensor "l0.k.w" of type 2; expected 0 (32-bit floats) or 1 (Q4_0)', withTensor('l0.k.w', { type: 2 })],
  ['576 bytes for tensor "l0.k.w"; expected 4096', withTensor('l0.k.w', { type: 0 })],
])('%s is told', (message, bytes) => {
  expect(() => readE5s1(bytes, 'tiny.bin')).toThrow(`tiny.bin: found ${message}`);
});

test('offsets of word pieces that fall back or lead out are told', () => {
  const bytes = Uint8Array.from(whole);
  const offsets = 44 + 20 + 8;
  new DataView(bytes.buffer).setUint32(offsets + 4 * tinyPieces.length, 9999, true);
  expect(() => readE5s1(bytes, 'tiny.bin')).toThrow(
    'found word piece 20 at byte 9999 of 73; expected offsets that rise',
  );
});
