import type { BertConfig } from '../../../../../src/search/indexer/model/bert-config.ts';
import { readSafetensors } from '../../../../../src/search/indexer/model/safetensors.ts';
import type { WeightFile } from '../../../../../src/search/indexer/model/weights.ts';
import { writeSafetensors } from './fake-safetensors.ts';

export const tinyConfig: BertConfig = {
  model_type: 'bert',
  hidden_size: 64,
  intermediate_size: 128,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 32,
  layer_norm_eps: 1e-12,
  hidden_act: 'gelu',
  position_embedding_type: 'absolute',
};
export const tinyVocabulary = 40;

/** An encoder of random weights, the same on every run. */
export function tinyWeights(config = tinyConfig): WeightFile {
  const random = generator(7);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const tensors: Record<string, { shape: number[]; values: number[] }> = {};
  const add = (name: string, shape: number[], spread: number, centre = 0) => {
    const values = Array.from({ length: shape.reduce((a, b) => a * b) }, () => centre + spread * normal());
    tensors[name] = { shape, values };
  };
  const { hidden_size: hidden, intermediate_size: wide } = config;
  const norm = (name: string) => {
    add(`${name}.weight`, [hidden], 0.2, 1);
    add(`${name}.bias`, [hidden], 0.1);
  };
  const dense = (name: string, out: number, into: number) => {
    add(`${name}.weight`, [out, into], 1 / Math.sqrt(into));
    add(`${name}.bias`, [out], 0.1);
  };
  add('embeddings.word_embeddings.weight', [tinyVocabulary, hidden], 1);
  add('embeddings.position_embeddings.weight', [config.max_position_embeddings, hidden], 0.2);
  add('embeddings.token_type_embeddings.weight', [2, hidden], 0.2);
  norm('embeddings.LayerNorm');
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const prefix = `encoder.layer.${layer}`;
    for (const part of ['query', 'key', 'value']) dense(`${prefix}.attention.self.${part}`, hidden, hidden);
    dense(`${prefix}.attention.output.dense`, hidden, hidden);
    norm(`${prefix}.attention.output.LayerNorm`);
    dense(`${prefix}.intermediate.dense`, wide, hidden);
    dense(`${prefix}.output.dense`, hidden, wide);
    norm(`${prefix}.output.LayerNorm`);
  }
  return readSafetensors(writeSafetensors(tensors), 'tiny.safetensors');
}

/** The last hidden state of one text, [tokens][hidden], computed with plain loops. */
export function referenceForward(config: BertConfig, file: WeightFile, ids: number[]): number[][] {
  const row = (name: string, index: number) => {
    const { shape, data } = file.weights(name);
    return [...data.subarray(index * shape[1]!, (index + 1) * shape[1]!)];
  };
  const vector = (name: string) => [...file.weights(name).data];
  const plus = (a: number[], b: number[]) => a.map((value, index) => value + b[index]!);
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  const dense = (name: string, rows: number[][]) => {
    const outputs = file.weights(`${name}.weight`).shape[0]!;
    const weights = Array.from({ length: outputs }, (_, index) => row(`${name}.weight`, index));
    const bias = vector(`${name}.bias`);
    return rows.map((input) => weights.map((weight, index) => dot(weight, input) + bias[index]!));
  };
  const norm = (name: string, rows: number[][]) =>
    rows.map((input) => {
      const mean = input.reduce((a, b) => a + b) / input.length;
      const variance = input.reduce((sum, value) => sum + (value - mean) ** 2, 0) / input.length;
      const [scale, bias] = [vector(`${name}.weight`), vector(`${name}.bias`)];
      return input.map(
        (value, index) => ((value - mean) / Math.sqrt(variance + config.layer_norm_eps)) * scale[index]! + bias[index]!,
      );
    });

  const words = ids.map((id, place) =>
    plus(
      plus(row('embeddings.word_embeddings.weight', id), row('embeddings.token_type_embeddings.weight', 0)),
      row('embeddings.position_embeddings.weight', place),
    ),
  );
  let hidden = norm('embeddings.LayerNorm', words);
  const size = config.hidden_size / config.num_attention_heads;
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const prefix = `encoder.layer.${layer}`;
    const [queries, keys, values] = ['query', 'key', 'value'].map((part) =>
      dense(`${prefix}.attention.self.${part}`, hidden),
    ) as [number[][], number[][], number[][]];
    const mixed = queries.map((query) =>
      Array.from({ length: config.num_attention_heads }, (_, head) => {
        const part = (rows: number[]) => rows.slice(head * size, (head + 1) * size);
        const weights = keys.map((key) => Math.exp(dot(part(query), part(key)) / Math.sqrt(size)));
        const total = weights.reduce((a, b) => a + b);
        return Array.from({ length: size }, (_, place) =>
          values.reduce((sum, value, index) => sum + (weights[index]! / total) * part(value)[place]!, 0),
        );
      }).flat(),
    );
    const attended = dense(`${prefix}.attention.output.dense`, mixed);
    const middle = norm(
      `${prefix}.attention.output.LayerNorm`,
      attended.map((value, index) => plus(value, hidden[index]!)),
    );
    const active = dense(`${prefix}.intermediate.dense`, middle).map((values) =>
      values.map((x) => 0.5 * x * (1 + erf(x / Math.SQRT2))),
    );
    const narrow = dense(`${prefix}.output.dense`, active);
    hidden = norm(
      `${prefix}.output.LayerNorm`,
      narrow.map((value, index) => plus(value, middle[index]!)),
    );
  }
  return hidden;
}

/** Maclaurin series of the error function; exact enough for |x| < 4. */
function erf(x: number): number {
  if (Math.abs(x) > 4) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 100; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Numbers above 0 and below 1 from a linear congruential generator (constants of Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
