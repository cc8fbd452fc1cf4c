import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Weights } from './safetensors.ts';

/** An input made ready for multiplication; several matrices may share it. */
export interface Prepared {
  values: Value[];
  /** What each column of the input was multiplied by; the matrix is divided by it. */
  factors?: Float32Array;
}

/** Where an input of a multiplication comes from. */
export interface Origin {
  /** Scale and shift of the layer normalisation that gave it, when one did. */
  norm?: { scale: Float32Array; shift: Float32Array };
}

/** How weights are stored in the file, and the nodes that compute with them. */
export interface WeightForm {
  /** Done once for each `input` [tokens, in]. */
  prepare(graph: OnnxGraph, input: Value, origin: Origin): Prepared;
  /** The input [tokens, in] times the transpose of `weight` [out, in]. */
  multiply(graph: OnnxGraph, name: string, input: Prepared, weight: Weights): Value;
  /** Rows of `table` [rows, columns] by their int64 numbers. */
  lookUp(graph: OnnxGraph, name: string, table: Weights, rows: Value): Value;
}
