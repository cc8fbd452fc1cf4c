/** Word pieces of one batch: enough to lose no time between two, little enough memory for one in each thread. */
const BUDGET = 2048;

/**
 * Groups texts that go through the network together: such of one length, so that none is padded. Most texts are short,
 * and padding to multiples of eight took up to half of the network's time. Longest first, to show early whether memory
 * is enough.
 *
 * @param lengths Word pieces of each text.
 * @returns for each batch the places of its texts in the list.
 */
export function batchesOf(lengths: readonly number[]): number[][] {
  const byLength = new Map<number, number[]>();
  lengths.forEach((length, place) => {
    const members = byLength.get(length);
    if (members) members.push(place);
    else byLength.set(length, [place]);
  });
  const batches: number[][] = [];
  for (const [length, members] of [...byLength].sort(([one], [other]) => other - one)) {
    const size = Math.max(1, Math.floor(BUDGET / length));
    for (let start = 0; start < members.length; start += size) batches.push(members.slice(start, start + size));
  }
  return batches;
}
