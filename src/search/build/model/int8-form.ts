import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Weights } from './safetensors.ts';
import type { WeightForm } from './weight-forms.ts';

/** The unsigned code of zero in quantised inputs. */
const inputZero = 128;

/**
 * Weights in 8 bits: one scale per output of a matrix and per row of a table. Inputs of a
 * multiplication are quantised while running with one scale per word piece, so that a
 * text's vector does not depend on its neighbours in the batch, as it would with the one
 * scale per batch of DynamicQuantizeLinear (whose cosine to fp32 is lower, too).
 */
export const int8Form: WeightForm = {
  prepare(graph, input) {
    const highest = graph.node('ReduceMax', [input], { axes: [1], keepdims: 1 });
    const lowest = graph.node('ReduceMin', [input], { axes: [1], keepdims: 1 });
    const range = graph.node('Max', [highest, graph.node('Neg', [lowest]), scalar(graph, 1e-9)]);
    const scales = graph.node('Mul', [range, scalar(graph, 1 / 127)]);
    const list = graph.node('Reshape', [scales, graph.integers([-1])]);
    const zeros = graph.node('Expand', [graph.constant(Uint8Array.of(inputZero), [1]), graph.node('Shape', [list])]);
    return [graph.node('QuantizeLinear', [input, list, zeros], { axis: 0 }), scales];
  },
  multiply(graph, name, [codes, inputScales], weight) {
    const [outputs, inputs] = weight.shape as [number, number];
    const quantised = quantiseRows(weight);
    const columns = new Int8Array(quantised.codes.length);
    for (let row = 0; row < outputs; row++) {
      for (let column = 0; column < inputs; column++) columns[column * outputs + row] = quantised.codes[row * inputs + column]!;
    }
    const product = graph.node('com.microsoft:MatMulIntegerToFloat', [
      codes!,
      graph.constant(columns, [inputs, outputs], name),
      scalar(graph, 1),
      graph.constant(quantised.scales, [outputs]),
      graph.constant(Uint8Array.of(inputZero), []),
    ]);
    return graph.node('Mul', [product, inputScales!]);
  },
  lookUp(graph, name, table, rows) {
    const { codes, scales } = quantiseRows(table);
    const picked = graph.node('Gather', [graph.constant(codes, table.shape, name), rows]);
    const scale = graph.node('Gather', [graph.constant(scales, [scales.length, 1]), rows]);
    return graph.node('Mul', [graph.node('Cast', [picked], { to: 1 }), scale]);
  },
};

/** Each row as integers −127 to 127 and the scale that brings them back; symmetric, so zero stays zero. */
export function quantiseRows({ shape, data }: Weights): { codes: Int8Array; scales: Float32Array } {
  const [rows, columns] = shape as [number, number];
  const codes = new Int8Array(data.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let largest = 0;
    for (let index = start; index < start + columns; index++) largest = Math.max(largest, Math.abs(data[index]!));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let index = start; index < start + columns; index++) codes[index] = Math.round(data[index]! / scale);
  }
  return { codes, scales };
}

function scalar(graph: OnnxGraph, value: number): Value {
  return graph.constant(Float32Array.of(value), []);
}
