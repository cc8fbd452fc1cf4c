import { disagree } from './quantities.ts';
import type { Statement } from './statements.ts';
import { createTermIndex } from './term-index.ts';

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
/** Of this, so much in words that are not common. */
const LEAST_RARE = 0.15;
/** The same of a denial: what it adds makes it an exception. */
const LEAST_DENIED = 0.62;
/** From this share on, a negation in a condition or a pointer is a difference too. */
const WORD_BY_WORD = 0.75;

/**
 * Pairs worth a closer look: statements of different articles that share enough of their words, weighted by rarity, while
 * their numbers or their direction differ. Of what must be shared follows which few words a statement looks others up by
 * (`term-index.ts`), so the work grows with the number of statements, not with that of their pairs.
 */
export function candidatePairs(statements: readonly Statement[]): Candidate[] {
  const said = statements.reduce((sum, { places }) => sum + places.length, 0);
  const index = createTermIndex(statements, {
    most: Math.max(20, said * COMMON),
    contained: LEAST_CONTAINED,
    overlap: LEAST_OVERLAP,
    group: groupOf,
  });
  const pairs: Candidate[] = [];
  statements.forEach((one, number) => {
    for (const other of index.heavierThan(number, groupsAgainst(one))) {
      const [a, b] = number < other ? [one, statements[other]!] : [statements[other]!, one];
      if (inOneArticle(a, b) || nameDifferentThings(a, b)) continue;
      const numbers = disagree(a.quantities, b.quantities);
      if (!numbers && a.negatedAnywhere === b.negatedAnywhere) continue;
      const { common, rare } = index.shared(number, other);
      const [least, sum] = [index.weightOf(number), index.weightOf(number) + index.weightOf(other)];
      const overlap = common / (sum - common);
      if (rare < LEAST_RARE * least || overlap < LEAST_OVERLAP || common < LEAST_CONTAINED * least) continue;
      // `With a stolen phone it can't` is an exception to `with a phone it can`: a denial says no more than what it denies.
      const denial = index.weightOf(a.negated === (a === one) ? number : other);
      const turned = common / denial >= LEAST_DENIED && turnedRound(a, b, overlap);
      if (numbers || turned) pairs.push({ a, b, reason: turned ? 'negation' : 'numbers', overlap });
    }
  });
  return pairs;
}

/** Statements of one group can only differ from those of some groups: in numbers where both have some, else in direction. */
function groupOf({ negatedAnywhere, quantities }: Statement): number {
  return Number(negatedAnywhere) + (quantities.length > 0 ? 2 : 0);
}

function groupsAgainst(statement: Statement): number[] {
  const turned = statement.negatedAnywhere ? [0, 2] : [1, 3];
  return statement.quantities.length > 0 ? [...new Set([...turned, 2, 3])] : turned;
}

function inOneArticle({ places: [a, ...others] }: Statement, { places }: Statement): boolean {
  const { article } = a!;
  return [...others, ...places].every((place) => place.article.id === article.id);
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
