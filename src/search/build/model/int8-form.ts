import type { Weights } from './safetensors.ts';
import type { WeightForm } from './weight-forms.ts';

/**
 * Weights in 8 bits. Matrices: one scale per output column, unsigned around 128 (signed
 * weights overflow 16 bits in the fastest kernel of older processors), inputs quantised
 * while running. Tables: one scale per row.
 */
export const int8Form: WeightForm = {
  multiply(graph, name, input, weight) {
    const [outputs, inputs] = weight.shape as [number, number];
    const { codes, scales } = quantiseRows(weight);
    const columns = new Uint8Array(codes.length);
    for (let row = 0; row < outputs; row++) {
      for (let column = 0; column < inputs; column++) columns[column * outputs + row] = codes[row * inputs + column]! + 128;
    }
    const [quantised, inputScale, inputZero] = graph.nodes('DynamicQuantizeLinear', [input], 3) as [string, string, string];
    const product = graph.node('MatMulInteger', [
      quantised,
      graph.constant(`${name}.codes`, columns, [inputs, outputs]),
      inputZero,
      graph.constant(`${name}.zero`, Uint8Array.of(128), []),
    ]);
    const scale = graph.node('Mul', [inputScale, graph.constant(`${name}.scales`, scales, [outputs])]);
    return graph.node('Mul', [graph.node('Cast', [product], { to: 1 }), scale]);
  },
  lookUp(graph, name, table, rows) {
    const { codes, scales } = quantiseRows(table);
    const [count, columns] = table.shape as [number, number];
    const picked = graph.node('Gather', [graph.constant(`${name}.codes`, codes, [count, columns]), rows]);
    const scale = graph.node('Gather', [graph.constant(`${name}.scales`, scales, [count, 1]), rows]);
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
