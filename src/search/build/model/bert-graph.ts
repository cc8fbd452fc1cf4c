import type { BertConfig } from './bert-config.ts';
import { OnnxGraph, type Value } from './onnx-graph.ts';
import type { SafetensorsFile, Weights } from './safetensors.ts';
import type { WeightForm } from './weight-forms.ts';

/**
 * Writes a BERT encoder (Devlin et al. 2018) as an ONNX file, opset 17.
 * Inputs: input_ids, attention_mask, token_type_ids, int64 [batch, tokens].
 * Output: last_hidden_state, float [batch, tokens, hidden].
 */
export function writeBertGraph(config: BertConfig, file: SafetensorsFile, form: WeightForm): Uint8Array {
  const graph = new OnnxGraph();
  const layers = new BertLayers(graph, config, file, form);
  const mask = layers.mask('attention_mask');
  let hidden = layers.embeddings('input_ids', 'token_type_ids');
  for (let index = 0; index < config.num_hidden_layers; index++) hidden = layers.layer(index, hidden, mask);
  return graph.encode(['input_ids', 'attention_mask', 'token_type_ids'], {
    value: hidden,
    name: 'last_hidden_state',
    shape: ['batch', 'tokens', config.hidden_size],
  });
}

/** The parts of the encoder, from bottom to top. */
class BertLayers {
  readonly #graph: OnnxGraph;
  readonly #config: BertConfig;
  readonly #file: SafetensorsFile;
  readonly #form: WeightForm;

  constructor(graph: OnnxGraph, config: BertConfig, file: SafetensorsFile, form: WeightForm) {
    this.#graph = graph;
    this.#config = config;
    this.#file = file;
    this.#form = form;
    const headSize = config.hidden_size / config.num_attention_heads;
    this.#integers('heads', [0, 0, config.num_attention_heads, headSize]);
    this.#integers('joined', [0, 0, config.hidden_size]);
    this.#floats('one', 1);
    this.#floats('minus', -10_000);
    this.#floats('half', 0.5);
    this.#floats('rootTwo', Math.SQRT2);
    this.#floats('headScale', 1 / Math.sqrt(headSize));
  }

  /** 0 where there is a token and a large negative number where there is padding, [batch, 1, 1, tokens]. */
  mask(input: Value): Value {
    const floats = this.#graph.node('Cast', [input], { to: 1 });
    const wide = this.#graph.node('Unsqueeze', [floats, this.#integers('axes', [1, 2])]);
    return this.#graph.node('Mul', [this.#graph.node('Sub', ['one', wide]), 'minus']);
  }

  embeddings(ids: Value, types: Value): Value {
    const graph = this.#graph;
    const words = this.#form.lookUp(graph, 'words', this.#file.weights('embeddings.word_embeddings.weight'), ids);
    const kinds = graph.node('Gather', [this.#constant('types', 'embeddings.token_type_embeddings.weight'), types]);
    const length = graph.node('Slice', [
      graph.node('Shape', [ids]),
      this.#integers('from1', [1]),
      this.#integers('to2', [2]),
    ]);
    const places = graph.node('Slice', [
      this.#constant('places', 'embeddings.position_embeddings.weight'),
      this.#integers('from0', [0]),
      length,
      this.#integers('axis0', [0]),
    ]);
    const sum = graph.node('Add', [graph.node('Add', [words, kinds]), places]);
    return this.#normalise('embeddings.LayerNorm', sum);
  }

  layer(index: number, hidden: Value, mask: Value): Value {
    const prefix = `encoder.layer.${index}`;
    const attended = this.#dense(`${prefix}.attention.output.dense`, this.#attention(`${prefix}.attention.self`, hidden, mask));
    const middle = this.#normalise(`${prefix}.attention.output.LayerNorm`, this.#graph.node('Add', [attended, hidden]));
    const wide = this.#gelu(this.#dense(`${prefix}.intermediate.dense`, middle));
    const narrow = this.#dense(`${prefix}.output.dense`, wide);
    return this.#normalise(`${prefix}.output.LayerNorm`, this.#graph.node('Add', [narrow, middle]));
  }

  #attention(prefix: string, hidden: Value, mask: Value): Value {
    const graph = this.#graph;
    const heads = (part: string, perm: number[]) => {
      const split = graph.node('Reshape', [this.#dense(`${prefix}.${part}`, hidden), 'heads']);
      return graph.node('Transpose', [split], { perm });
    };
    const scores = graph.node('MatMul', [heads('query', [0, 2, 1, 3]), heads('key', [0, 2, 3, 1])]);
    const masked = graph.node('Add', [graph.node('Mul', [scores, 'headScale']), mask]);
    const weights = graph.node('Softmax', [masked], { axis: -1 });
    const mixed = graph.node('MatMul', [weights, heads('value', [0, 2, 1, 3])]);
    return graph.node('Reshape', [graph.node('Transpose', [mixed], { perm: [0, 2, 1, 3] }), 'joined']);
  }

  #dense(name: string, input: Value): Value {
    const product = this.#form.multiply(this.#graph, name, input, this.#file.weights(`${name}.weight`));
    return this.#graph.node('Add', [product, this.#constant(`${name}.bias`, `${name}.bias`)]);
  }

  /** x · ½(1 + erf(x / √2)), the exact GELU. */
  #gelu(input: Value): Value {
    const graph = this.#graph;
    const error = graph.node('Erf', [graph.node('Div', [input, 'rootTwo'])]);
    return graph.node('Mul', [graph.node('Mul', [input, graph.node('Add', [error, 'one'])]), 'half']);
  }

  #normalise(name: string, input: Value): Value {
    const scale = this.#constant(`${name}.weight`, `${name}.weight`);
    const bias = this.#constant(`${name}.bias`, `${name}.bias`);
    const epsilon = { float: this.#config.layer_norm_eps };
    return this.#graph.node('LayerNormalization', [input, scale, bias], { axis: -1, epsilon });
  }

  #constant(name: string, tensor: string): Value {
    const { data, shape }: Weights = this.#file.weights(tensor);
    return this.#graph.constant(name, data, shape);
  }

  #integers(name: string, values: number[]): Value {
    return this.#graph.constant(name, BigInt64Array.from(values.map(BigInt)), [values.length]);
  }

  #floats(name: string, value: number): Value {
    return this.#graph.constant(name, Float32Array.of(value), []);
  }
}
