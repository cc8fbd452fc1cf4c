import { countOf, IMPACT_SCALE, type Postings } from '../../core/index/postings.ts';
import { inverseDocumentFrequency } from '../../core/rank/lexical.ts';
import type { IndexSizes } from './sizes.ts';

/**
 * The sections of a term as an index lists them: all, as they are, of a small site.
 * @param sections How many sections the index has.
 */
export function listedPostings(postings: Postings, sections: number, sizes: IndexSizes): Postings {
  return inSteps(mostTelling(postings, sizes.postings), sections, sizes.rounding);
}

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

/** Steps that a common term's impacts have at least: where all words of a question are common, these tell sections apart. */
const LEAST_STEPS = 8;

/**
 * Impacts in steps, so that they compress to half: as coarse as the term's rarity lets them be, since a common term adds little to
 * a score.
 * @param most By how much rounding may change what the term adds to a score.
 */
export function inSteps(postings: Postings, sections: number, most: number): Postings {
  const least = (2 * most * IMPACT_SCALE) / inverseDocumentFrequency(countOf(postings), sections);
  const step = Math.floor(Math.min(least, IMPACT_SCALE / LEAST_STEPS));
  if (step <= 1) return postings;
  const rounded = (impact: number): number => Math.max(1, Math.min(IMPACT_SCALE, Math.round(impact / step) * step));
  return { ...postings, impacts: postings.impacts.map(rounded) };
}
