import onnxProto from 'onnx-proto';

const { onnx } = onnxProto;

/** Name of a value that flows between nodes. */
export type Value = string;

type Numbers = Float32Array | Int8Array | Uint8Array | BigInt64Array;

const tensorTypes = new Map<unknown, number>([
  [Float32Array, onnx.TensorProto.DataType.FLOAT],
  [Int8Array, onnx.TensorProto.DataType.INT8],
  [Uint8Array, onnx.TensorProto.DataType.UINT8],
  [BigInt64Array, onnx.TensorProto.DataType.INT64],
]);

/** Attribute values: an integer, a list of integers, or a float wrapped as `{ float }`, since 1 and 1.0 look alike here. */
export type Attributes = Record<string, number | number[] | { float: number }>;

/** Collects nodes and weights and encodes them as an ONNX file. */
export class OnnxGraph {
  readonly #nodes: InstanceType<typeof onnx.NodeProto>[] = [];
  readonly #tensors: InstanceType<typeof onnx.TensorProto>[] = [];
  readonly #domains = new Map<string, number>([['', 17]]);
  readonly #names = new Set<string>();
  #count = 0;

  /** Adds a constant; a scalar has `shape` []. Small unnamed constants of equal content are stored once. */
  constant(data: Numbers, shape: number[], name = this.#contentName(data, shape)): Value {
    if (this.#names.has(name)) return name;
    this.#names.add(name);
    this.#tensors.push(
      onnx.TensorProto.create({
        name,
        dims: shape,
        dataType: tensorTypes.get(data.constructor),
        rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      }),
    );
    return name;
  }

  /** Adds a list of integers, as shapes and axes are given. */
  integers(values: number[]): Value {
    return this.constant(BigInt64Array.from(values.map(BigInt)), [values.length]);
  }

  #contentName(data: Numbers, shape: number[]): string {
    const kind = data.constructor.name.replace('Array', '');
    return data.length <= 4 ? `${kind}[${shape}]=${data.join()}` : `${kind}_${this.#names.size}`;
  }

  /** Adds a node with one output. */
  node(operator: string, inputs: Value[], attributes: Attributes = {}): Value {
    return this.nodes(operator, inputs, 1, attributes)[0]!;
  }

  /** Adds a node with several outputs. An operator outside the ONNX standard is written as `domain:Operator`. */
  nodes(operator: string, inputs: Value[], outputs: number, attributes: Attributes = {}): Value[] {
    const [opType, domain = ''] = operator.split(':').reverse() as [string, string?];
    if (!this.#domains.has(domain)) this.#domains.set(domain, 1);
    const id = this.#count++;
    const names = Array.from({ length: outputs }, (_, index) => `${opType}_${id}${outputs > 1 ? `_${index}` : ''}`);
    this.#nodes.push(
      onnx.NodeProto.create({
        name: `${opType}_${id}`,
        opType,
        domain,
        input: inputs,
        output: names,
        attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
      }),
    );
    return names;
  }

  /**
   * The finished file. Every input is an int64 matrix [batch, tokens].
   *
   * @param output The value to give out, its public name and its shape (a string is a free dimension).
   */
  encode(inputs: string[], output: { value: Value; name: string; shape: (string | number)[] }): Uint8Array {
    this.#nodes.push(
      onnx.NodeProto.create({ name: 'output', opType: 'Identity', input: [output.value], output: [output.name] }),
    );
    const { INT64, FLOAT } = onnx.TensorProto.DataType;
    return onnx.ModelProto.encode({
      irVersion: 8,
      producerName: 'signpost',
      opsetImport: [...this.#domains].map(([domain, version]) => ({ domain, version })),
      graph: {
        name: 'encoder',
        node: this.#nodes,
        initializer: this.#tensors,
        input: inputs.map((name) => valueInfo(name, INT64, ['batch', 'tokens'])),
        output: [valueInfo(output.name, FLOAT, output.shape)],
      },
    }).finish();
  }
}

function attribute(name: string, value: Attributes[string]) {
  const { INT, INTS, FLOAT } = onnx.AttributeProto.AttributeType;
  if (Array.isArray(value)) return { name, type: INTS, ints: value };
  return typeof value === 'number' ? { name, type: INT, i: value } : { name, type: FLOAT, f: value.float };
}

function valueInfo(name: string, elemType: number, shape: (string | number)[]) {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
