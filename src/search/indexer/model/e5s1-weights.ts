import type { BertConfig } from './bert-config.ts';
import type { ModelError } from './model-error.ts';
import type { WeightFile, Weights } from './weights.ts';

export interface E5s1Config extends BertConfig {
  vocab_size: number;
  type_vocab_size: number;
}

/** Where a tensor is in the file. */
export interface E5s1Tensor {
  /** 0: 32-bit floats. 1: Q4_0. */
  type: number;
  /** How many numbers it has. */
  count: number;
  start: number;
  /** In bytes. */
  length: number;
}

/** Weights of Q4_0 that share a scale, and the bytes they take: the scale in 16 bits, then 4 bits a weight. */
const BLOCK = 32;
const BLOCK_BYTES = 18;

/** Names of the file's tensors, and those of BERT's original state. */
const layerParts: Record<string, string> = {
  q: 'attention.self.query',
  k: 'attention.self.key',
  v: 'attention.self.value',
  ao: 'attention.output.dense',
  aln: 'attention.output.LayerNorm',
  fi: 'intermediate.dense',
  fo: 'output.dense',
  oln: 'output.LayerNorm',
};

/**
 * The tensors of an E5S1 file under BERT's usual names.
 *
 * @throws ModelError when one is missing, or is not of the shape that the configuration gives it.
 */
export function e5s1Weights(
  bytes: Uint8Array,
  {
    config,
    tensors,
    fail,
  }: { config: E5s1Config; tensors: Map<string, E5s1Tensor>; fail: (found: string, expected: string) => ModelError },
): WeightFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = new Map(
    expectedTensors(config).map(({ name, usual, shape }) => {
      const tensor = tensors.get(name);
      if (!tensor) throw fail(`no tensor "${name}"`, 'the weights of a BERT encoder');
      const { type, count, start, length } = tensor;
      const numbers = shape.reduce((product, dimension) => product * dimension, 1);
      if (count !== numbers) throw fail(`${count} numbers in tensor "${name}"`, `${numbers} (${shape.join(' × ')})`);
      if (type > 1) throw fail(`tensor "${name}" of type ${type}`, '0 (32-bit floats) or 1 (Q4_0)');
      if (type === 1 && shape.at(-1)! % BLOCK > 0) {
        throw fail(`rows of ${shape.at(-1)} numbers in tensor "${name}"`, `whole blocks of ${BLOCK}`);
      }
      const needed = type === 0 ? 4 * count : (count / BLOCK) * BLOCK_BYTES;
      if (length !== needed) throw fail(`${length} bytes for tensor "${name}"`, String(needed));
      if (!(start + length <= bytes.length)) {
        throw fail(`tensor "${name}" at bytes ${start} to ${start + length} of ${bytes.length}`, 'a range inside');
      }
      return [usual, { ...tensor, shape }];
    }),
  );

  function decode({ type, start }: E5s1Tensor, from: number, to: number): Float32Array {
    const numbers = new Float32Array(to - from);
    if (type === 0) return numbers.map((_, place) => view.getFloat32(start + 4 * (from + place), true));
    for (let place = 0; place < numbers.length; place += BLOCK) {
      decodeBlock(view, start + ((from + place) / BLOCK) * BLOCK_BYTES, numbers.subarray(place, place + BLOCK));
    }
    return numbers;
  }

  const find = (name: string) => {
    const tensor = known.get(name);
    if (!tensor) throw fail(`no tensor "${name}"`, 'the weights of a BERT encoder');
    return tensor;
  };
  return {
    names: [...known.keys()],
    weights(name): Weights {
      const tensor = find(name);
      return { shape: tensor.shape, data: decode(tensor, 0, tensor.count) };
    },
    table(name) {
      const tensor = find(name);
      const [rows, columns] = tensor.shape;
      if (columns === undefined) throw fail(`tensor "${name}" of shape [${tensor.shape}]`, 'a matrix');
      return { shape: [rows!, columns], rows: (start, end) => decode(tensor, start * columns, end * columns) };
    },
  };
}

/** Byte j holds weight j in its low half and weight j + 16 in its high one, each eight too large. */
function decodeBlock(view: DataView, start: number, weights: Float32Array): void {
  const scale = view.getFloat16(start, true);
  for (let place = 0; place < BLOCK / 2; place++) {
    const byte = view.getUint8(start + 2 + place);
    weights[place] = ((byte & 15) - 8) * scale;
    weights[place + BLOCK / 2] = ((byte >> 4) - 8) * scale;
  }
}

function expectedTensors(config: E5s1Config): { name: string; usual: string; shape: number[] }[] {
  const { hidden_size: hidden, intermediate_size: wide } = config;
  const dense: Record<string, [number, number]> = {
    q: [hidden, hidden],
    k: [hidden, hidden],
    v: [hidden, hidden],
    ao: [hidden, hidden],
    fi: [wide, hidden],
    fo: [hidden, wide],
  };
  const layers = Array.from({ length: config.num_hidden_layers }, (_, layer) =>
    Object.entries(layerParts).flatMap(([part, usual]) => {
      const shape = dense[part] ?? [hidden];
      const [name, place] = [`l${layer}.${part}`, `encoder.layer.${layer}.${usual}`];
      return [
        { name: `${name}.w`, usual: `${place}.weight`, shape },
        { name: `${name}.b`, usual: `${place}.bias`, shape: [shape[0]!] },
      ];
    }),
  ).flat();
  return [
    { name: 'emb.word', usual: 'embeddings.word_embeddings.weight', shape: [config.vocab_size, hidden] },
    {
      name: 'emb.pos',
      usual: 'embeddings.position_embeddings.weight',
      shape: [config.max_position_embeddings, hidden],
    },
    { name: 'emb.type', usual: 'embeddings.token_type_embeddings.weight', shape: [config.type_vocab_size, hidden] },
    { name: 'emb.ln.w', usual: 'embeddings.LayerNorm.weight', shape: [hidden] },
    { name: 'emb.ln.b', usual: 'embeddings.LayerNorm.bias', shape: [hidden] },
    ...layers,
  ];
}
