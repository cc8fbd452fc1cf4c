import { seededRandom } from './seeded-random.ts';

/**
 * Takes some texts of many, seen one after the other: those whose lots, drawn from the texts themselves, are smallest
 * (bottom-k sampling). A text that comes or goes changes nothing but itself and the one at the margin. No more than
 * twice as many as are taken are held.
 */
export class SmallestLots {
  readonly #most: number;
  #held = new Map<string, number>();
  /** Lots above this one are not taken any more. */
  #largest = Infinity;

  /** @param most Texts that are taken at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Lets a text draw; one that has drawn before has the same lot. */
  add(text: string): void {
    const lot = seededRandom(text)();
    if (lot > this.#largest || this.#held.has(text)) return;
    this.#held.set(text, lot);
    if (this.#held.size > 2 * this.#most + 1) this.#drop();
  }

  /** The texts that are taken, the smallest lot first. */
  taken(): string[] {
    this.#drop();
    return [...this.#held.keys()];
  }

  #drop(): void {
    const kept = [...this.#held]
      .sort(([one, lot], [other, otherLot]) => lot - otherLot || (one < other ? -1 : 1))
      .slice(0, this.#most);
    this.#held = new Map(kept);
    if (kept.length === this.#most) this.#largest = kept.at(-1)?.[1] ?? -1;
  }
}

/**
 * Some of many items in their order: those whose lots, drawn from what `nameOf` calls them, are smallest; all where there
 * are no more. Nearly the same after an edit.
 */
export function someOf<Item>(items: readonly Item[], most: number, nameOf: (item: Item) => string): readonly Item[] {
  if (items.length <= most) return items;
  return items
    .map((item, place) => ({ item, place, lot: seededRandom(nameOf(item))() }))
    .sort((one, other) => one.lot - other.lot || one.place - other.place)
    .slice(0, most)
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
