import { disagree } from './quantities.ts';
import type { Statement } from './statements.ts';

/** Two statements of different articles that may contradict each other. */
export interface Candidate {
  a: Statement;
  b: Statement;
  reason: 'numbers' | 'negation';
  /** Share of the weight of their words that both have, 0 to 1. */
  overlap: number;
}

/** Words in more than this share of all statements say too little to begin a comparison with. */
const COMMON = 0.05;
/** At least this share of the words' weight must be shared. */
const LEAST_OVERLAP = 0.3;
/**
 * So much of the weight of one of the two must be shared: what both have that the other lacks (another subject, another
 * condition, another thing that is done) sets two statements apart, what only one adds does not.
 */
const LEAST_CONTAINED = 0.75;
/** The same of a denial: what it adds makes it an exception. */
const LEAST_DENIED = 0.62;
/** From this share on, a negation in a condition or a pointer is a difference too. */
const WORD_BY_WORD = 0.75;

/**
 * Pairs worth a closer look: statements of different articles that share enough of their words,
 * weighted by rarity, while their numbers or their direction differ. An inverted index keeps
 * this far from comparing everything with everything.
 */
export function candidatePairs(statements: readonly Statement[]): Candidate[] {
  const postings = new Map<string, number[]>();
  statements.forEach(({ terms }, index) =>
    terms.forEach((term) => (postings.get(term) ?? postings.set(term, []).get(term)!).push(index)),
  );
  const weight = (term: string): number => Math.log(1 + statements.length / (postings.get(term)?.length ?? 1));
  const weights = statements.map(({ terms }) => terms.reduce((sum, term) => sum + weight(term), 0));
  const mostPostings = Math.max(20, statements.length * COMMON);
  const pairs: Candidate[] = [];
  statements.forEach((a, index) => {
    const shared = new Map<number, number>();
    for (const term of a.terms) {
      const found = postings.get(term)!;
      if (found.length > mostPostings) continue;
      const value = weight(term);
      for (const other of found) if (other > index) shared.set(other, (shared.get(other) ?? 0) + value);
    }
    for (const [other, rare] of shared) {
      const b = statements[other]!;
      if (a.article.id === b.article.id || rare < 0.15 * Math.min(weights[index]!, weights[other]!)) continue;
      if (nameDifferentThings(a, b)) continue;
      const numbers = disagree(a.quantities, b.quantities);
      if (!numbers && a.negated === b.negated && a.negatedAnywhere === b.negatedAnywhere) continue;
      const common = a.terms.filter((term) => b.terms.includes(term)).reduce((sum, term) => sum + weight(term), 0);
      const overlap = common / (weights[index]! + weights[other]! - common);
      const contained = common / Math.min(weights[index]!, weights[other]!);
      if (overlap < LEAST_OVERLAP || contained < LEAST_CONTAINED) continue;
      // `With a stolen phone it can't` is an exception to `with a phone it can`: a denial says no more than what it denies.
      const denial = weights[a.negated ? index : other]!;
      const turned = common / denial >= LEAST_DENIED && turnedRound(a, b, overlap);
      if (numbers || turned) pairs.push({ a, b, reason: turned ? 'negation' : 'numbers', overlap });
    }
  });
  return pairs;
}

/** Each names a code, version or model that the other does not: `E-1042` and `E-4020`, `UNO R3` and `UNO R4`. */
function nameDifferentThings(a: Statement, b: Statement): boolean {
  return a.names.some((name) => !b.names.includes(name)) && b.names.some((name) => !a.names.includes(name));
}

/**
 * Whether one says what the other denies, both in a whole sentence. What is denied must be spoken of in the other, and not
 * be denied there too: `six digits and no letters` denies nothing of `a six-digit code`, and `you don't have to scan it`
 * nothing of `scan it`, which doesn't claim that one has to. A condition that only one of them has is none of both.
 */
function turnedRound(a: Statement, b: Statement, overlap: number): boolean {
  if (!a.whole || !b.whole || a.negatedAnywhere === b.negatedAnywhere) return false;
  if (a.negated === b.negated) return overlap >= WORD_BY_WORD && a.conditional && b.conditional;
  if (a.conditional !== b.conditional && overlap < WORD_BY_WORD) return false;
  const [no, yes] = a.negated ? [a, b] : [b, a];
  return no.denied.length === 0 || no.denied.some((term) => yes.claimed.includes(term) && !yes.denied.includes(term));
}
