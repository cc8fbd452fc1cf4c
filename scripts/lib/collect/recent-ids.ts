import { randomInt } from 'node:crypto';

/** Browsers keep unsent events for two days; ids of the day before count too, because clocks differ. */
const REMEMBERED_DAYS = 4;
const DAY_MS = 86_400_000;
const FIRST_CAPACITY = 1 << 14;
const FULLEST = 0.6;

/**
 * The ids of the events of the last days, so that each is kept once. How long ago they came is told by a clock that
 * never jumps, unlike the system's: an hour in the year 2099 must not make it forget today's.
 */
export class RecentIds {
  readonly #days = new Map<string, { ids: IdSet; last: number }>();
  readonly #elapsed: () => number;

  /** @param elapsed Milliseconds since some moment; never set back or forward. */
  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  get size(): number {
    return [...this.#days.values()].reduce((sum, { ids }) => sum + ids.size, 0);
  }

  has(id: string): boolean {
    return [...this.#days.values()].some(({ ids }) => ids.has(id));
  }

  /** @param day In whose file the event is. */
  add(day: string, id: string): void {
    const now = this.#elapsed();
    const known = this.#days.get(day);
    if (known) {
      known.last = now;
      known.ids.add(id);
      return;
    }
    for (const [old, { last }] of this.#days) if (now - last > REMEMBERED_DAYS * DAY_MS) this.#days.delete(old);
    const ids = new IdSet();
    ids.add(id);
    this.#days.set(day, { ids, last: now });
  }

  /**
   * Of the days that have a file, those whose ids a start must learn: the last ones by their names, and by the clock all
   * since some days ago, as the last names may come from a clock that was ahead.
   */
  static daysToLearn(written: readonly string[], now: Date): string[] {
    const since = new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS).toISOString().slice(0, 10);
    return written.filter((day, index) => day >= since || index >= written.length - REMEMBERED_DAYS);
  }
}

/**
 * Remembers UUIDs in eight bytes each, because a day may bring millions: 64 of a random UUID's 122 random bits, in an
 * open-addressed table. Two of ten million ids share them with a probability of 3 in a million. Senders choose their
 * ids, so where one goes depends on a secret of this process: nobody can make ids that all want the same place.
 */
export class IdSet {
  readonly #secret = Array.from({ length: 4 }, () => randomInt(2 ** 32));
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

  /** How many places are taken in a row at most: so many steps the slowest search takes. */
  longestWay(): number {
    let [longest, way] = [0, 0];
    for (let place = 0; place < this.#slots.length; place += 2) {
      way = this.#slots[place] !== 0 || this.#slots[place + 1] !== 0 ? way + 1 : 0;
      longest = Math.max(longest, way);
    }
    return longest;
  }

  #set(high: number, low: number): void {
    const place = this.#place(high, low);
    this.#slots[place] = high;
    this.#slots[place + 1] = low;
  }

  /** Where these bits lie, or the free place where they would. */
  #place(high: number, low: number): number {
    const mask = this.#slots.length / 2 - 1;
    let slot = this.#hash(high, low) & mask;
    for (;;) {
      const [a, b] = [this.#slots[slot * 2]!, this.#slots[slot * 2 + 1]!];
      if ((a === 0 && b === 0) || (a === high && b === low)) return slot * 2;
      slot = (slot + 1) & mask;
    }
  }

  /** Both halves through the finaliser of MurmurHash3 (Appleby, public domain), with a secret word before each round. */
  #hash(high: number, low: number): number {
    const words = [high, low, high, low];
    return words.reduce((hash, word, round) => mixed(hash ^ word ^ this.#secret[round]!), 0);
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 2) {
      if (old[place] !== 0 || old[place + 1] !== 0) this.#set(old[place]!, old[place + 1]!);
    }
  }
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The first and last 32 bits of a UUID; never both 0, which means a free place. */
function bits(id: string): [number, number] {
  const high = Number.parseInt(id.slice(0, 8), 16) >>> 0;
  const low = Number.parseInt(id.slice(28), 16) >>> 0;
  return high === 0 && low === 0 ? [0xffffffff, 0xffffffff] : [high, low];
}
