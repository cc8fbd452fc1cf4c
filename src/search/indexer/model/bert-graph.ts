import type { BertConfig } from './bert-config.ts';
import { OnnxGraph, type Value } from './onnx-graph.ts';
import type { LayerNorm, PreparedInput, WeightFormat } from './weight-format.ts';
import type { WeightFile } from './weights.ts';

/** A value and the layer normalisation that gave it. */
interface Normalised {
  value: Value;
  norm: string;
}

/**
 * Writes a BERT encoder (Devlin et al. 2018) as an ONNX file, opset 17 with ONNX Runtime's
 * own operators for attention and for GELU with bias (its SkipLayerNormalization is
 * several times slower than the two additions and the normalisation it stands for).
 * Inputs: input_ids, attention_mask, token_type_ids, int64 [batch, tokens].
 * Output: last_hidden_state, float [batch, tokens, hidden].
 */
export function writeBertGraph(config: BertConfig, file: WeightFile, format: WeightFormat): Uint8Array {
  const graph = new OnnxGraph();
  const encoder = new BertEncoder(graph, config, file, format);
  let hidden = encoder.embeddings('input_ids', 'token_type_ids');
  for (let index = 0; index < config.num_hidden_layers; index++) hidden = encoder.layer(index, hidden);
  return graph.encode(['input_ids', 'attention_mask', 'token_type_ids'], {
    value: encoder.unflatten(hidden.value),
    name: 'last_hidden_state',
    shape: ['batch', 'tokens', config.hidden_size],
  });
}

/**
 * The parts of the encoder, from bottom to top. Between them all word pieces of the batch
 * stand in one matrix [batch × tokens, hidden]; only attention looks at texts.
 */
class BertEncoder {
  readonly #graph: OnnxGraph;
  readonly #config: BertConfig;
  readonly #file: WeightFile;
  readonly #format: WeightFormat;
  readonly #mask: Value;
  readonly #shape: Value;

  constructor(graph: OnnxGraph, config: BertConfig, file: WeightFile, format: WeightFormat) {
    this.#graph = graph;
    this.#config = config;
    this.#file = file;
    this.#format = format;
    this.#mask = graph.node('Cast', ['attention_mask'], { to: 6 });
    this.#shape = graph.node('Concat', [graph.node('Shape', ['input_ids']), graph.integers([config.hidden_size])], {
      axis: 0,
    });
  }

  embeddings(ids: Value, types: Value): Normalised {
    const graph = this.#graph;
    const words = this.#format.lookUp(graph, 'words', this.#file.table('embeddings.word_embeddings.weight'), ids);
    const kinds = graph.node('Gather', [this.#weights('embeddings.token_type_embeddings.weight'), types]);
    const length = graph.node('Slice', [graph.node('Shape', [ids]), graph.integers([1]), graph.integers([2])]);
    const table = this.#weights('embeddings.position_embeddings.weight');
    const positions = graph.node('Slice', [table, graph.integers([0]), length, graph.integers([0])]);
    const sum = graph.node('Add', [graph.node('Add', [words, kinds]), positions]);
    const normalised = this.#normalise('embeddings.LayerNorm', sum);
    return { ...normalised, value: this.#flatten(normalised.value) };
  }

  layer(index: number, hidden: Normalised): Normalised {
    const prefix = `encoder.layer.${index}`;
    const attended = this.#attention(`${prefix}.attention.self`, hidden);
    const mixed = this.#multiply(`${prefix}.attention.output.dense`, this.#prepare(attended));
    const middle = this.#addNormalise(`${prefix}.attention.output`, mixed, hidden.value);
    const wide = this.#multiply(`${prefix}.intermediate.dense`, this.#prepareNormalised(middle));
    const active = this.#graph.node('com.microsoft:BiasGelu', [
      wide,
      this.#weights(`${prefix}.intermediate.dense.bias`),
    ]);
    const narrow = this.#multiply(`${prefix}.output.dense`, this.#prepare(active));
    return this.#addNormalise(`${prefix}.output`, narrow, middle.value);
  }

  /** Back to [batch, tokens, hidden]. */
  unflatten(hidden: Value): Value {
    return this.#graph.node('Reshape', [hidden, this.#shape]);
  }

  #flatten(hidden: Value): Value {
    return this.#graph.node('Reshape', [hidden, this.#graph.integers([-1, this.#config.hidden_size])]);
  }

  #attention(prefix: string, hidden: Normalised): Value {
    const input = this.#prepareNormalised(hidden);
    const parts = ['query', 'key', 'value'].map((part) => {
      const product = this.#multiply(`${prefix}.${part}`, input);
      return this.unflatten(this.#graph.node('Add', [product, this.#weights(`${prefix}.${part}.bias`)]));
    });
    const attention = this.#graph.node('com.microsoft:MultiHeadAttention', [...parts, '', this.#mask], {
      num_heads: this.#config.num_attention_heads,
    });
    return this.#flatten(attention);
  }

  /** Layer normalisation of product + bias + what came in. */
  #addNormalise(prefix: string, product: Value, skip: Value): Normalised {
    const biased = this.#graph.node('Add', [product, this.#weights(`${prefix}.dense.bias`)]);
    return this.#normalise(`${prefix}.LayerNorm`, this.#graph.node('Add', [biased, skip]));
  }

  #prepare(input: Value, norm?: LayerNorm): PreparedInput {
    return this.#format.prepare(this.#graph, input, norm);
  }

  #prepareNormalised({ value, norm }: Normalised): PreparedInput {
    const [scale, shift] = [this.#file.weights(`${norm}.weight`).data, this.#file.weights(`${norm}.bias`).data];
    return this.#prepare(value, { scale, shift });
  }

  #multiply(name: string, input: PreparedInput): Value {
    return this.#format.multiply(this.#graph, name, input, this.#file.weights(`${name}.weight`));
  }

  #normalise(name: string, input: Value): Normalised {
    const epsilon = { float: this.#config.layer_norm_eps };
    const inputs = [input, this.#weights(`${name}.weight`), this.#weights(`${name}.bias`)];
    return { value: this.#graph.node('LayerNormalization', inputs, { epsilon }), norm: name };
  }

  #weights(name: string): Value {
    const { data, shape } = this.#file.weights(name);
    return this.#graph.constant(data, shape, name);
  }
}
