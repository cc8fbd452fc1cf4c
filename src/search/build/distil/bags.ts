/** Spans as bags of word pieces: a sparse matrix, row after row, over the pieces that occur in them. */
export interface Bags {
  /** Where each row begins in `columns` and `counts`, and where the last one ends. */
  starts: Uint32Array;
  /** Place of a piece in `pieces`. */
  columns: Uint32Array;
  counts: Float32Array;
  /** Number of each piece that occurs, ascending. */
  pieces: number[];
}

/** Counts the word pieces of tokenised spans. */
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

/** Sums the rows of a table over each bag: one vector a span. */
export function sumOver({ starts, columns, counts }: Bags, table: Float32Array, width: number, result: Float32Array): void {
  result.fill(0);
  for (let row = 0, to = 0; row + 1 < starts.length; row++, to += width) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const from = columns[entry]! * width;
      const count = counts[entry]!;
      for (let place = 0; place < width; place++) result[to + place] = result[to + place]! + count * table[from + place]!;
    }
  }
}

/** The transpose of `sumOver`: gives each piece the sum of the vectors of the spans it occurs in. */
export function gatherTo({ starts, columns, counts }: Bags, vectors: Float32Array, width: number, result: Float32Array): void {
  result.fill(0);
  for (let row = 0, from = 0; row + 1 < starts.length; row++, from += width) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const to = columns[entry]! * width;
      const count = counts[entry]!;
      for (let place = 0; place < width; place++) result[to + place] = result[to + place]! + count * vectors[from + place]!;
    }
  }
}
