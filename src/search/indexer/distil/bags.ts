/** A sparse matrix in compressed rows (CSR). */
export interface SparseMatrix {
  /** Where each row begins in `columns` and `counts`, and where the last one ends. */
  starts: Uint32Array;
  columns: Uint32Array;
  counts: Float32Array;
}

/** Spans as bags of word pieces, the design matrix of the regression: a row for each span, and as columns the places of its pieces in `pieces`. */
export interface Bags extends SparseMatrix {
  /** Number of each piece that occurs, ascending. */
  pieces: number[];
}

/** Counts the word pieces of tokenized spans. */
export function bagsOf(spans: readonly (readonly number[])[]): Bags {
  const pieces = [...new Set(spans.flat())].sort((one, other) => one - other);
  const columnOf = new Map(pieces.map((piece, column) => [piece, column]));
  const starts = new Uint32Array(spans.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  spans.forEach((span, row) => {
    const bag = new Map<number, number>();
    for (const piece of span) bag.set(piece, (bag.get(piece) ?? 0) + 1);
    for (const [piece, count] of bag) {
      columns.push(columnOf.get(piece)!);
      counts.push(count);
    }
    starts[row + 1] = columns.length;
  });
  return { starts, columns: Uint32Array.from(columns), counts: Float32Array.from(counts), pieces };
}

/** The same with rows and columns exchanged: for each piece the spans that it occurs in, in their order. */
export function transpose({ starts, columns, counts, pieces }: Bags): SparseMatrix {
  const result = {
    starts: new Uint32Array(pieces.length + 1),
    columns: new Uint32Array(columns.length),
    counts: new Float32Array(counts.length),
  };
  for (const column of columns) result.starts[column + 1] = result.starts[column + 1]! + 1;
  for (let piece = 0; piece < pieces.length; piece++)
    result.starts[piece + 1] = result.starts[piece + 1]! + result.starts[piece]!;
  const next = result.starts.slice();
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const column = columns[entry]!;
      const place = next[column]!;
      next[column] = place + 1;
      result.columns[place] = row;
      result.counts[place] = counts[entry]!;
    }
  }
  return result;
}

/**
 * Multiplies a sparse matrix with a dense one, that is, sums the rows of a table over the columns of each sparse row: over
 * bags, one vector a span; over bags transposed, for each piece the sum of the vectors of the spans it occurs in. In single precision, entry after entry. Most of a fit is spent
 * here: four dimensions at a time stay in registers, which takes two thirds of the time.
 */
export function multiply(
  { starts, columns, counts }: SparseMatrix,
  table: Float32Array,
  width: number,
  result: Float32Array,
): void {
  const fours = width - (width % 4);
  for (let row = 0, to = 0; row + 1 < starts.length; row++, to += width) {
    const begin = starts[row]!;
    const end = starts[row + 1]!;
    for (let place = 0; place < fours; place += 4) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let entry = begin; entry < end; entry++) {
        const from = columns[entry]! * width + place;
        const count = counts[entry]!;
        first = Math.fround(first + count * table[from]!);
        second = Math.fround(second + count * table[from + 1]!);
        third = Math.fround(third + count * table[from + 2]!);
        fourth = Math.fround(fourth + count * table[from + 3]!);
      }
      result[to + place] = first;
      result[to + place + 1] = second;
      result[to + place + 2] = third;
      result[to + place + 3] = fourth;
    }
    for (let place = fours; place < width; place++) {
      let sum = 0;
      for (let entry = begin; entry < end; entry++)
        sum = Math.fround(sum + counts[entry]! * table[columns[entry]! * width + place]!);
      result[to + place] = sum;
    }
  }
}
