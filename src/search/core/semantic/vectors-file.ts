import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { type QuantizedMatrix, readQuantized } from './quantized.ts';

/** A matrix with a scale for each dimension: the sections' vectors, the means of clusters of them, or the projection of the teacher's vectors. */
export interface VectorsFile {
  rows: QuantizedMatrix;
  scales: Float32Array;
}

/** @throws IndexError */
export function readVectorsFile(file: Uint8Array, name: string): VectorsFile {
  const reader = new ByteReader(unseal('vectors', file, name), name);
  const vectors = readVectors(reader);
  reader.end();
  return vectors;
}

/** Reads the matrix that a file begins with. */
export function readVectors(reader: ByteReader): VectorsFile {
  const count = reader.count();
  const scales = readScales(reader);
  return { rows: readQuantized(reader, count, scales.length), scales };
}

/** The scales of the dimensions, as many as there are dimensions. */
export function readScales(reader: ByteReader): Float32Array {
  return Float32Array.from({ length: reader.count() }, () => reader.f32());
}

/** A vector in the steps of the dimensions, as `multiply` takes it. */
export function scaled(vector: Float32Array, scales: Float32Array): Float32Array {
  return vector.map((value, dimension) => value * scales[dimension]!);
}
