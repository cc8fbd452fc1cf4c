import { fnv1a } from '../../../site/fnv.ts';

/** Gives the next number, from 0 (inclusive) to 1. */
export type Random = () => number;

/** Random numbers, the same for the same seed on every machine (mulberry32; a text is hashed by FNV-1a first). */
export function seededRandom(seed: string | number): Random {
  let state = typeof seed === 'string' ? fnv1a(seed) : seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to `limit` − 1. */
export function randomBelow(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** One of the items. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[randomBelow(items.length, random)]!;
}
