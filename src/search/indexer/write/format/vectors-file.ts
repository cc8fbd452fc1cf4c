import type { CodeBits } from '../../../core/semantic/quantized.ts';
import { ByteWriter } from './byte-writer.ts';
import { type Coding, dimensionScales, writeQuantized } from './quantized.ts';
import { seal } from './seal.ts';

/** Writes what `readVectorsFile` reads. */
export function writeVectorsFile(rows: readonly Float32Array[], dimensions: number, bits: CodeBits): Uint8Array {
  const writer = new ByteWriter();
  writeVectors(writer, rows, { scales: dimensionScales(rows, dimensions, bits), bits });
  return seal('vectors', writer.finish());
}

/** Writes what `readVectors` reads. */
export function writeVectors(writer: ByteWriter, rows: readonly Float32Array[], coding: Coding): void {
  writer.varint(rows.length);
  writeScales(writer, coding.scales);
  writeQuantized(writer, rows, coding);
}

/** Writes what `readScales` reads. */
export function writeScales(writer: ByteWriter, scales: Float32Array): void {
  writer.varint(scales.length);
  for (const scale of scales) writer.f32(scale);
}
