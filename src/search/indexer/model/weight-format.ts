import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Weights, WeightTable } from './weights.ts';

/** How weights are stored in the file, and the nodes that compute with them. */
export interface WeightFormat {
  /** Done once for each `input` [tokens, in]. */
  prepare(graph: OnnxGraph, input: Value, norm?: LayerNorm): PreparedInput;
  /** The input [tokens, in] times the transpose of `weight` [out, in]. */
  multiply(graph: OnnxGraph, name: string, input: PreparedInput, weight: Weights): Value;
  /** Rows of `table` [rows, columns] by their int64 numbers. */
  lookUp(graph: OnnxGraph, name: string, table: WeightTable, rows: Value): Value;
}

/** An input made ready for multiplication; several matrices may share it. */
export interface PreparedInput {
  values: Value[];
  /** What each column of the input was multiplied by; the matrix is divided by it. */
  factors?: Float32Array;
}

/** Scale and shift of the layer normalisation that gave an input, when one did. */
export interface LayerNorm {
  scale: Float32Array;
  shift: Float32Array;
}

/** Weights as they are, in 32 bits: the reference that quantized ones are measured against. */
export const float32Weights: WeightFormat = {
  prepare: (_graph, input) => ({ values: [input] }),
  multiply(graph, name, input, weight) {
    const [rows, columns] = weight.shape as [number, number];
    return graph.node('MatMul', [
      ...input.values,
      graph.constant(
        transpose(weight.data, [rows, columns], new Float32Array(weight.data.length)),
        [columns, rows],
        name,
      ),
    ]);
  },
  lookUp(graph, name, table, rows) {
    return graph.node('Gather', [graph.constant(table.rows(0, table.shape[0]), table.shape, name), rows]);
  },
};

/** Writes the transpose of a matrix [rows, columns] into `result`. */
export function transpose<Numbers extends Float32Array | Int8Array>(
  matrix: Numbers,
  [rows, columns]: readonly [number, number],
  result: Numbers,
): Numbers {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = matrix[row * columns + column]!;
  }
  return result;
}
