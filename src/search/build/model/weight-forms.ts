import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Weights } from './safetensors.ts';

/** An input made ready for multiplication; several matrices may share it. */
export type Prepared = Value[];

/** How weights are stored in the file, and the nodes that compute with them. */
export interface WeightForm {
  /** Done once for each `input` [tokens, width]. */
  prepare(graph: OnnxGraph, input: Value, width: number): Prepared;
  /** The input [tokens, in] times the transpose of `weight` [out, in]. */
  multiply(graph: OnnxGraph, name: string, input: Prepared, weight: Weights): Value;
  /** Rows of `table` [rows, columns] by their int64 numbers. */
  lookUp(graph: OnnxGraph, name: string, table: Weights, rows: Value): Value;
}
