/** Texts that go through the network together. */
export interface Batch {
  /** Positions in the list of texts. */
  members: number[];
  /** Word pieces that every member is padded to. */
  length: number;
}

/** Word pieces of one batch: enough for all cores, little enough memory. */
const budget = 4096;
/** Lengths are rounded up to multiples of this. */
const step = 8;

/**
 * Groups texts by their padded length. The padding of a text follows from its own length
 * alone, so that its vector is the same whatever stands beside it.
 *
 * @param lengths Word pieces of each text.
 */
export function planBatches(lengths: number[]): Batch[] {
  const byLength = new Map<number, number[]>();
  lengths.forEach((length, index) => {
    const padded = Math.max(step, Math.ceil(length / step) * step);
    const members = byLength.get(padded);
    if (members) members.push(index);
    else byLength.set(padded, [index]);
  });
  const batches: Batch[] = [];
  for (const [length, members] of [...byLength].sort(([a], [b]) => b - a)) {
    const size = Math.max(1, Math.floor(budget / length));
    for (let start = 0; start < members.length; start += size) {
      batches.push({ members: members.slice(start, start + size), length });
    }
  }
  return batches;
}
