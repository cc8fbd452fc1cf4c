import type { Statement } from './statements.ts';

/** What two statements must share to be looked at. */
interface Sharing {
  /** A word that stands in more statements than this is common, and not looked up. */
  most: number;
  /** So much of the weight of the lighter of the two, at least. */
  contained: number;
  /** So much of the weight of all their words, at least. */
  overlap: number;
  /** A small number; statements are looked up group by group. */
  group: (statement: Statement) => number;
}

/** Statements by their words. Statements are named by their places in the list, weights are sums of their words' rarity. */
export interface TermIndex {
  weightOf(statement: number): number;
  /**
   * The heavier statements of some groups (of two that weigh the same, the later one) that may share enough with a statement,
   * each once. None that does is left out.
   */
  heavierThan(statement: number, groups: readonly number[]): number[];
  /** The weight of the words that both have, and of those among them that are not common. */
  shared(one: number, other: number): { common: number; rare: number };
}

/** For sums of weights, which come in another order here and there. */
const ROUNDING = 1e-9;

/**
 * The prefix filter of similarity joins (Chaudhuri et al. 2006, Bayardo et al. 2007): who must share a share `contained` of a
 * statement's weight shares one of its rarest words, namely of those that weigh more than the rest may be missed. So a statement is
 * looked up by these few words alone. The bound on `overlap` limits how much heavier the other may be.
 */
export function createTermIndex(
  statements: readonly Statement[],
  { most, contained, overlap, group }: Sharing,
): TermIndex {
  const { weights: weightOfTerm, saidIn, termsOf } = numberTerms(statements);
  const weights = Float64Array.from(termsOf, (terms) => terms.reduce((sum, term) => sum + weightOfTerm[term]!, 0));
  const ordered = Array.from(statements.keys()).sort((one, other) => weights[one]! - weights[other]! || one - other);
  const rankOf = new Uint32Array(statements.length);
  ordered.forEach((statement, rank) => (rankOf[statement] = rank));
  // The ranks of the statements with a word, lightest first.
  const postings: number[][][] = [];
  ordered.forEach((statement, rank) => {
    const ofGroup = (postings[group(statements[statement]!)] ??= []);
    for (const term of termsOf[statement]!) if (saidIn[term]! <= most) (ofGroup[term] ??= []).push(rank);
  });
  const seenIn = new Uint32Array(statements.length);
  let lookUps = 0;
  const rarestFirst = (one: number, other: number): number => saidIn[one]! - saidIn[other]!;

  /** The words of which a statement that shares enough has one; common ones left out, since a rare one must be shared. */
  function lookedUpBy(statement: number): number[] {
    let missed = (1 - contained) * weights[statement]! + ROUNDING;
    const prefix: number[] = [];
    for (const term of [...termsOf[statement]!].sort(rarestFirst)) {
      if (missed < 0 || saidIn[term]! > most) break;
      prefix.push(term);
      missed -= weightOfTerm[term]!;
    }
    return prefix;
  }

  return {
    weightOf: (statement) => weights[statement]!,
    heavierThan(statement, groups) {
      const heaviest = weights[statement]! * (1 / overlap) + ROUNDING;
      const found: number[] = [];
      lookUps += 1;
      for (const term of lookedUpBy(statement))
        for (const each of groups) {
          const ranks = postings[each]?.[term] ?? [];
          for (let at = firstAbove(ranks, rankOf[statement]!); at < ranks.length; at += 1) {
            const other = ordered[ranks[at]!]!;
            if (weights[other]! > heaviest) break;
            if (seenIn[other] === lookUps) continue;
            seenIn[other] = lookUps;
            found.push(other);
          }
        }
      return found;
    },
    shared(one, other) {
      let [common, rare] = [0, 0];
      const others = termsOf[other]!;
      for (const term of termsOf[one]!) {
        if (!others.includes(term)) continue;
        common += weightOfTerm[term]!;
        if (saidIn[term]! <= most) rare += weightOfTerm[term]!;
      }
      return { common, rare };
    },
  };
}

/** Gives each word a number, and counts in how many sentences it stands: one that is said in several places as often. */
function numberTerms(statements: readonly Statement[]) {
  const numbers = new Map<string, number>();
  const saidIn: number[] = [];
  let said = 0;
  const termsOf = statements.map(({ terms, places }) => {
    said += places.length;
    return Uint32Array.from(terms, (term) => {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      saidIn[number] = (saidIn[number] ?? 0) + places.length;
      return number;
    });
  });
  return { termsOf, saidIn, weights: saidIn.map((count) => Math.log(1 + said / count)) };
}

function firstAbove(ranks: readonly number[], rank: number): number {
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[middle]! <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
