/** Keeps the entries with the highest counts of however many are offered, each key offered once. */
export class TopList<Entry extends { count: number; key: string }> {
  readonly #most: number;
  #entries: Entry[] = [];
  /** How many entries were offered, and the sum of their counts. */
  offered = 0;
  sum = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(entry: Entry): void {
    this.offered++;
    this.sum += entry.count;
    this.#entries.push(entry);
    if (this.#entries.length >= this.#most * 2 + 100) this.#entries = this.#best();
  }

  /** Highest count first; equal counts in the order of their keys, so that a report is the same each time. */
  list(): Entry[] {
    return this.#best();
  }

  #best(): Entry[] {
    return this.#entries.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, this.#most);
  }
}
