import { IMPACT_SCALE } from '../index/postings.ts';
import { EXACT } from '../parameters.ts';
import type { ResolvedWord } from '../query/resolve.ts';

/**
 * A letter and a digit (E-1042, win11), a version of three numbers or more, or a number of four digits or more that is
 * no year: people leave the letter of a code out. Other numbers and names are ordinary words.
 */
const IDENTIFIER = /\p{L}.*\p{N}|\p{N}.*\p{L}|^\d+\.\d+\.\d+|^(?!(?:19|20)\d\d$)\d{4,}$/u;

/** Share of the bonus that a section gets for holding an identifier at all; the rest grows with the identifier's weight in it. */
const FOR_HOLDING = 0.7;

/**
 * Bonus by section for the identifiers of the query that stand in it whole; 0 to 1, 1 for all of them.
 * Undefined when the query has none that the index knows.
 */
export function identifierBonus(words: readonly ResolvedWord[], sections: number): Float32Array | undefined {
  const identifiers = words.filter(
    ({ word, alternatives }) => alternatives.length > 0 && IDENTIFIER.test(word.terms[0] ?? ''),
  );
  if (identifiers.length === 0) return undefined;
  const most = words.length <= EXACT.shortQuery ? EXACT.short : EXACT.long;
  const bonus = new Float32Array(sections);
  for (const { alternatives } of identifiers) {
    const { sections: holders, impacts } = alternatives[0]!.terms[0]!.postings;
    holders.forEach((section, entry) => {
      const weight = FOR_HOLDING + ((1 - FOR_HOLDING) * impacts[entry]!) / IMPACT_SCALE;
      bonus[section] = bonus[section]! + (most * weight) / identifiers.length;
    });
  }
  return bonus;
}
