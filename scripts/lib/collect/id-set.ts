const FIRST_CAPACITY = 1 << 14;
const FULLEST = 0.6;

/**
 * Remembers UUIDs in eight bytes each, because a day may bring millions: 64 of a random UUID's 122 random bits,
 * in an open-addressed table. Two of ten million ids share them with a probability of 3 in a million.
 */
export class IdSet {
  #slots = new Uint32Array(FIRST_CAPACITY * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: string): boolean {
    const [high, low] = bits(id);
    const place = this.#place(high, low);
    return this.#slots[place] !== 0 || this.#slots[place + 1] !== 0;
  }

  add(id: string): void {
    if (this.has(id)) return;
    if ((this.#size + 1) * 2 > this.#slots.length * FULLEST) this.#grow();
    const [high, low] = bits(id);
    this.#set(high, low);
    this.#size++;
  }

  #set(high: number, low: number): void {
    const place = this.#place(high, low);
    this.#slots[place] = high;
    this.#slots[place + 1] = low;
  }

  /** Where these bits lie, or the free place where they would. */
  #place(high: number, low: number): number {
    const mask = this.#slots.length / 2 - 1;
    let slot = (high ^ low) & mask;
    for (;;) {
      const [a, b] = [this.#slots[slot * 2]!, this.#slots[slot * 2 + 1]!];
      if ((a === 0 && b === 0) || (a === high && b === low)) return slot * 2;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 2) {
      if (old[place] !== 0 || old[place + 1] !== 0) this.#set(old[place]!, old[place + 1]!);
    }
  }
}

/** The first and last 32 bits of a UUID; never both 0, which means a free place. */
function bits(id: string): [number, number] {
  const high = Number.parseInt(id.slice(0, 8), 16) >>> 0;
  const low = Number.parseInt(id.slice(28), 16) >>> 0;
  return high === 0 && low === 0 ? [0xffffffff, 0xffffffff] : [high, low];
}
