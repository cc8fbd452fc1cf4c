import type { MatrixZero } from './zero-point.ts';
import type { OnnxGraph, Value } from './onnx-graph.ts';
import { quantizeRows } from './quantize-rows.ts';
import type { Weights } from './safetensors.ts';
import type { Prepared, WeightForm } from './weight-format.ts';

/** How coarsely weights become integers. */
export interface Rounding {
  /** Distance between two codes for one row of a matrix, that is for one output. */
  matrixStep(row: Float32Array, name: string): number;
  /** Distance between two codes for each row of a table: one number when all rows share it. */
  tableSteps(table: Weights): Float32Array;
  /** Whether columns of normalised inputs are evened out, which pays only where steps are coarse. */
  evensColumns: boolean;
  matrixZero: MatrixZero;
}

/** The unsigned code of zero in quantized inputs. */
const inputZero = 128;

/**
 * Weights as 8-bit integers: one scale per output of a matrix and per row of a table. Inputs
 * of a multiplication are quantized while running with one scale per word piece, so that a
 * text's vector does not depend on its neighbours in the batch, as it would with the one
 * scale per batch of DynamicQuantizeLinear (whose cosine to fp32 is lower, too).
 */
export function integerForm(rounding: Rounding): WeightForm {
  return {
    prepare(graph, input, { norm }) {
      const factors = norm && rounding.evensColumns ? evenFactors(norm) : undefined;
      const even = factors ? graph.node('Mul', [input, graph.constant(factors, [factors.length])]) : input;
      return { values: quantizeInput(graph, even), factors };
    },
    multiply(graph, name, input, weight) {
      const divided = divideColumns(weight, input.factors);
      const { codes, scales } = quantizeRows(divided, (row) => rounding.matrixStep(row, name));
      const [outputs, inputs] = weight.shape as [number, number];
      const { matrixZero } = rounding;
      const columns = transpose(codes, outputs, inputs);
      const stored = matrixZero === 0 ? columns : Uint8Array.from(columns, (code) => code + matrixZero);
      return multiplyCodes(graph, input, graph.constant(stored, [inputs, outputs], name), scales, matrixZero);
    },
    lookUp(graph, name, table, rows) {
      const steps = rounding.tableSteps(table);
      let row = 0;
      const { codes } = quantizeRows(table, () => steps[steps.length === 1 ? 0 : row++]!);
      const picked = graph.node('Gather', [graph.constant(codes, table.shape, name), rows]);
      const step = graph.constant(steps, steps.length === 1 ? [] : [steps.length, 1]);
      const scale = steps.length === 1 ? step : graph.node('Gather', [step, rows]);
      return graph.node('Mul', [graph.node('Cast', [picked], { to: 1 }), scale]);
    },
  };
}

/** Codes [tokens, in] and scales [tokens, 1] of an input. */
function quantizeInput(graph: OnnxGraph, input: Value): Value[] {
  const highest = graph.node('ReduceMax', [input], { axes: [1], keepdims: 1 });
  const lowest = graph.node('ReduceMin', [input], { axes: [1], keepdims: 1 });
  const range = graph.node('Max', [highest, graph.node('Neg', [lowest]), scalar(graph, 1e-9)]);
  const scales = graph.node('Mul', [range, scalar(graph, 1 / 127)]);
  const list = graph.node('Reshape', [scales, graph.integers([-1])]);
  const zeros = graph.node('Expand', [graph.constant(Uint8Array.of(inputZero), [1]), graph.node('Shape', [list])]);
  return [graph.node('QuantizeLinear', [input, list, zeros], { axis: 0 }), scales];
}

function multiplyCodes(graph: OnnxGraph, { values: [codes, scales] }: Prepared, matrix: Value, matrixScales: Float32Array, matrixZero: MatrixZero): Value {
  const product = graph.node('com.microsoft:MatMulIntegerToFloat', [
    codes!,
    matrix,
    scalar(graph, 1),
    graph.constant(matrixScales, [matrixScales.length]),
    graph.constant(Uint8Array.of(inputZero), []),
    ...(matrixZero === 0 ? [] : [graph.constant(Uint8Array.of(matrixZero), [])]),
  ]);
  return graph.node('Mul', [product, scales!]);
}

/**
 * Factors that even out the columns of a normalised input, so that weights which meet large
 * inputs are rounded more finely (the idea of SmoothQuant, Xiao et al. 2022). The spread of
 * a column follows from scale and shift of the normalisation; its square root shares the
 * burden between the rounding of the input and that of the weights.
 */
function evenFactors({ scale, shift }: { scale: Float32Array; shift: Float32Array }): Float32Array {
  return scale.map((value, column) => 1 / Math.sqrt(Math.hypot(value, shift[column]!) + 1e-4));
}

function divideColumns({ shape, data }: Weights, factors: Float32Array | undefined): Weights {
  return factors ? { shape, data: data.map((value, index) => value / factors[index % factors.length]!) } : { shape, data };
}

function transpose(codes: Int8Array, rows: number, columns: number): Int8Array {
  const result = new Int8Array(codes.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = codes[row * columns + column]!;
  }
  return result;
}

function scalar(graph: OnnxGraph, value: number): Value {
  return graph.constant(Float32Array.of(value), []);
}
