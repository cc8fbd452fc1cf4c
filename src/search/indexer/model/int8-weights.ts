import type { OnnxGraph, Value } from './onnx-graph.ts';
import type { Quantization } from './quantization.ts';
import { quantizeRows } from './quantize-rows.ts';
import { type LayerNorm, type PreparedInput, transpose, type WeightFormat } from './weight-format.ts';
import { blocksOf, type Weights } from './weights.ts';
import type { ZeroPoint } from './zero-point.ts';

/** The zero point of quantized inputs, whose codes are unsigned. */
const inputZeroPoint = 128;

/**
 * Weights as 8-bit integers: one scale per output of a matrix and per row of a table. Inputs
 * of a multiplication are quantized while running with one scale per word piece, so that a
 * text's vector does not depend on its neighbours in the batch, as it would with the one
 * scale per batch of DynamicQuantizeLinear (whose cosine to fp32 is lower, too).
 */
export function int8Weights(quantization: Quantization): WeightFormat {
  return {
    prepare(graph, input, norm) {
      const factors = norm && quantization.smoothsColumns ? smoothingFactors(norm) : undefined;
      const smoothed = factors ? graph.node('Mul', [input, graph.constant(factors, [factors.length])]) : input;
      return { values: quantizeInput(graph, smoothed), factors };
    },
    multiply(graph, name, input, weight) {
      const divided = divideColumns(weight, input.factors);
      const { codes, scales } = quantizeRows(divided, (row) => quantization.matrixScale(row, name));
      const [outputs, inputs] = weight.shape as [number, number];
      const { matrixZeroPoint } = quantization;
      const columns = transpose(codes, [outputs, inputs], new Int8Array(codes.length));
      const stored = matrixZeroPoint === 0 ? columns : Uint8Array.from(columns, (code) => code + matrixZeroPoint);
      return multiplyCodes(graph, input, graph.constant(stored, [inputs, outputs], name), scales, matrixZeroPoint);
    },
    lookUp(graph, name, table, rows) {
      const scales = quantization.tableScales(table);
      const columns = table.shape[1];
      const codes = new Int8Array(table.shape[0] * columns);
      let row = 0;
      for (const { start, data } of blocksOf(table)) {
        const block = { shape: [data.length / columns, columns], data };
        const quantized = quantizeRows(block, () => scales[scales.length === 1 ? 0 : row++]!);
        codes.set(quantized.codes, start * columns);
      }
      const picked = graph.node('Gather', [graph.constant(codes, table.shape, name), rows]);
      const stored = graph.constant(scales, scales.length === 1 ? [] : [scales.length, 1]);
      const scale = scales.length === 1 ? stored : graph.node('Gather', [stored, rows]);
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
  const zeros = graph.node('Expand', [graph.constant(Uint8Array.of(inputZeroPoint), [1]), graph.node('Shape', [list])]);
  return [graph.node('QuantizeLinear', [input, list, zeros], { axis: 0 }), scales];
}

function multiplyCodes(
  graph: OnnxGraph,
  { values: [codes, scales] }: PreparedInput,
  matrix: Value,
  matrixScales: Float32Array,
  matrixZeroPoint: ZeroPoint,
): Value {
  const product = graph.node('com.microsoft:MatMulIntegerToFloat', [
    codes!,
    matrix,
    scalar(graph, 1),
    graph.constant(matrixScales, [matrixScales.length]),
    graph.constant(Uint8Array.of(inputZeroPoint), []),
    ...(matrixZeroPoint === 0 ? [] : [graph.constant(Uint8Array.of(matrixZeroPoint), [])]),
  ]);
  return graph.node('Mul', [product, scales!]);
}

/**
 * Factors that even out the columns of a normalised input, so that weights which meet large
 * inputs are quantized more finely (the idea of SmoothQuant, Xiao et al. 2022). The spread of
 * a column follows from scale and shift of the normalisation; its square root shares the
 * burden between the rounding of the input and that of the weights.
 */
function smoothingFactors({ scale, shift }: LayerNorm): Float32Array {
  return scale.map((value, column) => 1 / Math.sqrt(Math.hypot(value, shift[column]!) + 1e-4));
}

function divideColumns({ shape, data }: Weights, factors: Float32Array | undefined): Weights {
  return factors
    ? { shape, data: data.map((value, index) => value / factors[index % factors.length]!) }
    : { shape, data };
}

function scalar(graph: OnnxGraph, value: number): Value {
  return graph.constant(Float32Array.of(value), []);
}
