import { countBelow } from './sorted.ts';

/** Where a term occurs. */
export interface Postings {
  /** Numbers of the sections, ascending. */
  sections: Uint32Array;
  /** Saturated weight of the term in each of them, 0 to 255 for 0 to 1. */
  impacts: Uint8Array;
  /** In how many sections it is, where these are too many and the best are listed alone. */
  count?: number;
}

/** In how many sections a term is. */
export function countOf({ sections, count }: Postings): number {
  return count ?? sections.length;
}

/** Whether a section has a term, or may have it: a term of very many sections lists the best of them alone. */
export function mayBeIn(postings: Postings, section: number): boolean {
  return mayBeAmong(postings, section, 1);
}

/** Whether one of so many sections, from a first one on, has a term, or may have it. */
export function mayBeAmong({ sections, count }: Postings, first: number, many: number): boolean {
  return count !== undefined || sections[countBelow(sections, first)]! < first + many;
}

/** Impacts are stored in one byte each. */
export const IMPACT_SCALE = 255;
