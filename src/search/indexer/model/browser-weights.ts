import type { SafetensorsFile, Weights } from './safetensors.ts';

const wordTable = 'embeddings.word_embeddings.weight';
const positionTable = 'embeddings.position_embeddings.weight';

/**
 * The weights that a browser needs: the rows of the word pieces that stayed, in their new
 * order, and the positions up to the longest query.
 *
 * @param kept Old number of each word piece, by its new number.
 */
export function browserWeights(file: SafetensorsFile, kept: number[], maxTokens: number): SafetensorsFile {
  return {
    names: file.names,
    weights(name) {
      const weights = file.weights(name);
      if (name === wordTable) return pickRows(weights, kept);
      if (name === positionTable)
        return round(pickRows(weights, [...Array(Math.min(maxTokens, weights.shape[0]!)).keys()]));
      return weights;
    },
  };
}

function pickRows({ shape, data }: Weights, rows: number[]): Weights {
  const columns = shape[1]!;
  const picked = new Float32Array(rows.length * columns);
  rows.forEach((row, place) => picked.set(data.subarray(row * columns, (row + 1) * columns), place * columns));
  return { shape: [rows.length, columns], data: picked };
}

/** Multiples of 1/1024, whose many zero bits compress to a third; a step is 3 % of the typical value. */
function round({ shape, data }: Weights): Weights {
  return { shape, data: data.map((value) => Math.round(value * 1024) / 1024) };
}
