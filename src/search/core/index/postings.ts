/** Where a term occurs. */
export interface Postings {
  /** Numbers of the sections, ascending. */
  sections: Uint32Array;
  /** Saturated weight of the term in each of them, 0 to 255 for 0 to 1. */
  impacts: Uint8Array;
}

/** Impacts are stored in one byte each. */
export const IMPACT_SCALE = 255;
