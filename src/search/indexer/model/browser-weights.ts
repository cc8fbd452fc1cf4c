import type { WeightFile, Weights, WeightTable } from './weights.ts';

const wordTable = 'embeddings.word_embeddings.weight';
const positionTable = 'embeddings.position_embeddings.weight';

/**
 * The weights that a browser needs: the rows of the word pieces that stayed, in their new
 * order, and the positions up to the longest query.
 *
 * @param kept Old number of each word piece, by its new number.
 */
export function browserWeights(file: WeightFile, kept: number[], maxTokens: number): WeightFile {
  const words = pickRows(file.table(wordTable), kept);
  return {
    names: file.names,
    weights(name) {
      if (name === wordTable) return { shape: words.shape, data: words.rows(0, kept.length) };
      if (name !== positionTable) return file.weights(name);
      const { shape, rows } = file.table(name);
      const positions = Math.min(maxTokens, shape[0]);
      return round({ shape: [positions, shape[1]], data: rows(0, positions) });
    },
    table: (name) => (name === wordTable ? words : file.table(name)),
  };
}

function pickRows({ shape: [, columns], rows }: WeightTable, kept: number[]): WeightTable {
  return {
    shape: [kept.length, columns],
    rows(start, end) {
      const picked = new Float32Array((end - start) * columns);
      for (let place = start; place < end; place++) {
        picked.set(rows(kept[place]!, kept[place]! + 1), (place - start) * columns);
      }
      return picked;
    },
  };
}

/** Multiples of 1/1024, whose many zero bits compress to a third; a step is 3 % of the typical value. */
function round({ shape, data }: Weights): Weights {
  return { shape, data: data.map((value) => Math.round(value * 1024) / 1024) };
}
