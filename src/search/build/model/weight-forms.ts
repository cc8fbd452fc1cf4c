import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Weights } from './safetensors.ts';

/** How weights are stored in the file, and the nodes that compute with them. */
export interface WeightForm {
  /** `input` [.., in] times the transpose of `weight` [out, in]. */
  multiply(graph: OnnxGraph, name: string, input: Value, weight: Weights): Value;
  /** Rows of `table` [rows, columns] by their int64 numbers. */
  lookUp(graph: OnnxGraph, name: string, table: Weights, rows: Value): Value;
}
