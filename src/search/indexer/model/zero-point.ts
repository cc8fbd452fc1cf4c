import { InferenceSession, Tensor } from 'onnxruntime-node';
import { memoize } from '../../../cache/memoize.ts';
import { OnnxGraph } from './onnx-graph.ts';

/** The code that stands for zero in a matrix of 8 bits: 0 where codes are signed, 128 where they are not. */
export type ZeroPoint = 0 | 128;

const LENGTH = 64;
const INPUT = 255;
const WEIGHT = 127;

/**
 * How matrices of 8 bits are to be stored for this machine. Signed codes run fastest on processors with VNNI or AMX.
 * Those with AVX2 alone, as many build machines are, add products of unsigned inputs and signed codes two by two in 16
 * bits and cut off what does not fit: their vectors would be others, and worse. Unsigned codes give the same sums on
 * both. Told by multiplying the largest numbers there are.
 */
export const matrixZeroPoint = memoize(
  async (): Promise<ZeroPoint> => ((await largestProduct()) === LENGTH * INPUT * WEIGHT ? 0 : 128),
);

async function largestProduct(): Promise<number> {
  const graph = new OnnxGraph();
  const inputs = graph.node('Cast', ['inputs'], { to: 2 });
  const one = graph.constant(Float32Array.of(1), []);
  const matrix = graph.constant(new Int8Array(LENGTH * LENGTH).fill(WEIGHT), [LENGTH, LENGTH]);
  const value = graph.node('com.microsoft:MatMulIntegerToFloat', [inputs, matrix, one, one]);
  const session = await InferenceSession.create(
    graph.encode(['inputs'], { value, name: 'products', shape: ['batch', LENGTH] }),
    { logSeverityLevel: 3 },
  );
  const { products } = await session.run({
    inputs: new Tensor('int64', new BigInt64Array(LENGTH).fill(BigInt(INPUT)), [1, LENGTH]),
  });
  await session.release();
  return (products!.data as Float32Array)[0]!;
}
