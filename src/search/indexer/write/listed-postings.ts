import type { Postings } from '../../core/index/postings.ts';

/**
 * A term of too many sections by those alone in which it weighs most, of equal ones the first: in the others it adds next to
 * nothing to a score, and each would be fetched with every question that has the word.
 */
export function mostTelling({ sections, impacts }: Postings, most: number): Postings {
  if (sections.length <= most) return { sections, impacts };
  const order = [...sections.keys()].sort((one, other) => impacts[other]! - impacts[one]! || one - other);
  const kept = order.slice(0, most).sort((one, other) => one - other);
  return {
    sections: Uint32Array.from(kept, (place) => sections[place]!),
    impacts: Uint8Array.from(kept, (place) => impacts[place]!),
    count: sections.length,
  };
}
