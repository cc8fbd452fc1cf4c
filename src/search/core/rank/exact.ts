import { EXACT } from '../parameters.ts';
import type { ResolvedWord } from '../query/resolve.ts';

/** A letter and a digit (E-1042, win11), or a version of three numbers or more. Plain numbers and names are ordinary words. */
const IDENTIFIER = /\p{L}.*\p{N}|\p{N}.*\p{L}|^\d+\.\d+\.\d+/u;

/**
 * Bonus by section for the identifiers of the query that stand in it whole; 0 to 1, 1 for all of them.
 * Undefined when the query has none that the index knows.
 */
export function identifierBonus(words: readonly ResolvedWord[], sections: number): Float32Array | undefined {
  const identifiers = words.filter(({ word, alternatives }) => word.kind === 'whole' && alternatives.length > 0 && IDENTIFIER.test(word.terms[0]!));
  if (identifiers.length === 0) return undefined;
  const most = words.length <= EXACT.shortQuery ? EXACT.short : EXACT.long;
  const bonus = new Float32Array(sections);
  for (const { alternatives } of identifiers) {
    for (const section of new Set(alternatives.flatMap(({ terms }) => [...terms[0]!.postings.sections]))) {
      bonus[section] = bonus[section]! + most / identifiers.length;
    }
  }
  return bonus;
}
