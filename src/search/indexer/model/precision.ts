import type { Weights } from './safetensors.ts';
import type { WeightForm } from './weight-format.ts';

/** Weights as they are, in 32 bits: the reference that the smaller forms are measured against. */
export const floatForm: WeightForm = {
  prepare: (_graph, input) => ({ values: [input] }),
  multiply(graph, name, input, weight) {
    const [rows, columns] = weight.shape as [number, number];
    return graph.node('MatMul', [...input.values, graph.constant(transpose(weight), [columns, rows], name)]);
  },
  lookUp(graph, name, table, rows) {
    return graph.node('Gather', [graph.constant(table.data, table.shape, name), rows]);
  },
};

function transpose({ shape, data }: Weights): Float32Array {
  const [rows, columns] = shape as [number, number];
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = data[row * columns + column]!;
  }
  return result;
}
