/** A file of the form that `readE5s1` reads, of chosen numbers: 2 layers of 32, 20 word pieces, Q4_0 matrices. */
export const tinySizes = { hidden: 32, layers: 2, heads: 4, wide: 64, rows: 22, positions: 16, types: 2 };
export const tinyPieces: [string, number][] = [
  ['<s>', 0],
  ['<pad>', 0],
  ['</s>', 0],
  ['<unk>', 0],
  ['▁', -3],
  ['▁자', -4],
  ['전', -5],
  ['거', -5],
  ['전거', -4.5],
  ['▁bike', -6],
  ['▁b', -3],
  ['ike', -4],
  ['s', -2],
  ['?', -2.5],
  ['~', -7],
  ['～', -7],
  ['▁12', -6],
  ['b', -5],
  ['자', -5],
  ['<mask>', 0],
];

interface FakeTensor {
  name: string;
  shape: number[];
  type: number;
  values: number[];
  bytes: Uint8Array;
}

/** The parts of a file that a test may change before it is written. */
export interface FakeE5s1 {
  magic: string;
  version: number;
  sizes: typeof tinySizes;
  block: number;
  pieces: [string, number][];
  special: number[];
  tensors: FakeTensor[];
}

export function tinyE5s1(): FakeE5s1 {
  const { hidden, layers, wide, rows, positions, types } = tinySizes;
  const next = numbers();
  const float = (name: string, shape: number[], centre = 0): FakeTensor => {
    const values = Array.from({ length: product(shape) }, () => Math.fround(centre + next() - 0.5));
    return { name, shape, type: 0, values, bytes: new Uint8Array(Float32Array.from(values).buffer) };
  };
  const quantized = (name: string, shape: number[]): FakeTensor => {
    const blocks = Array.from({ length: product(shape) / 32 }, () => ({
      scale: new Float16Array([0.01 + next() / 20])[0]!,
      codes: Array.from({ length: 32 }, () => Math.floor(16 * next())),
    }));
    return {
      name,
      shape,
      type: 1,
      values: blocks.flatMap(({ scale, codes }) => codes.map((code) => Math.fround((code - 8) * scale))),
      bytes: Uint8Array.from(
        blocks.flatMap(({ scale, codes }) => [
          ...new Uint8Array(new Float16Array([scale]).buffer),
          ...Array.from({ length: 16 }, (_, place) => codes[place]! + 16 * codes[place + 16]!),
        ]),
      ),
    };
  };
  const norm = (name: string) => [float(`${name}.w`, [hidden], 1), float(`${name}.b`, [hidden])];
  const dense = (name: string, out: number, into: number) => [
    quantized(`${name}.w`, [out, into]),
    float(`${name}.b`, [out]),
  ];
  const layer = (number: number) => [
    ...['q', 'k', 'v', 'ao'].flatMap((part) => dense(`l${number}.${part}`, hidden, hidden)),
    ...norm(`l${number}.aln`),
    ...dense(`l${number}.fi`, wide, hidden),
    ...dense(`l${number}.fo`, hidden, wide),
    ...norm(`l${number}.oln`),
  ];
  return {
    magic: 'E5S1',
    version: 1,
    sizes: tinySizes,
    block: 32,
    pieces: tinyPieces,
    special: [0, 2, 1, 3],
    tensors: [
      quantized('emb.word', [rows, hidden]),
      float('emb.pos', [positions, hidden]),
      float('emb.type', [types, hidden]),
      ...norm('emb.ln'),
      ...Array.from({ length: layers }, (_, number) => layer(number)).flat(),
    ],
  };
}

export function writeE5s1({ magic, version, sizes, block, pieces, special, tensors }: FakeE5s1): Uint8Array {
  const encoder = new TextEncoder();
  const { hidden, layers, heads, wide, rows, positions, types } = sizes;
  const texts = pieces.map(([piece]) => encoder.encode(piece));
  const offsets = texts.map((_, place) => texts.slice(0, place).reduce((sum, { length }) => sum + length, 0));
  const textLength = texts.reduce((sum, { length }) => sum + length, 0);
  const i32 = (...values: number[]) => [...new Uint8Array(Int32Array.from(values).buffer)];
  const f32 = (...values: number[]) => [...new Uint8Array(Float32Array.from(values).buffer)];
  const u64 = (value: number) => [...new Uint8Array(BigUint64Array.of(BigInt(value)).buffer)];
  const head = [
    ...encoder.encode(magic),
    ...i32(version, hidden, layers, heads, wide, rows, positions, types),
    ...f32(1e-12),
    ...i32(block, pieces.length, ...special),
    ...u64(textLength),
    ...i32(...offsets, textLength),
    ...f32(...pieces.map(([, score]) => score)),
    ...texts.flatMap((text) => [...text]),
    // One entry of the map of characters: a full-width A.
    ...i32(1, 9, 0xff21),
    1,
    ...i32(0x41),
    ...i32(tensors.length),
  ];
  const directory = tensors.reduce((sum, { name }) => sum + 2 + name.length + 21, 0);
  let start = head.length + directory;
  const entries = tensors.flatMap(({ name, type, values, bytes }) => {
    const entry = [name.length, 0, ...encoder.encode(name), type, ...i32(values.length)];
    start += bytes.length;
    return [...entry, ...u64(start - bytes.length), ...u64(bytes.length)];
  });
  return Uint8Array.from([...head, ...entries, ...tensors.flatMap(({ bytes }) => [...bytes])]);
}

function product(shape: number[]): number {
  return shape.reduce((one, other) => one * other);
}

/** Numbers from 0 up to 1 from a linear congruential generator (constants of Numerical Recipes). */
function numbers(): () => number {
  let state = 5;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
