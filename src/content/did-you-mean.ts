import { distance } from 'fastest-levenshtein';

/**
 * The candidate most like `word`, when it is like enough to be what was meant: at most a third of
 * the letters differ (Levenshtein distance; two neighbours that were swapped are one mistake), or one contains the other.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  const wanted = word.toLowerCase();
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const contained = wanted.length >= 4 && other.length >= 4 && (other.includes(wanted) || wanted.includes(other));
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    if (!contained && Math.abs(wanted.length - other.length) > limit) continue;
    const far = isSwapped(wanted, other) ? 1 : distance(wanted, other);
    if ((far <= limit || contained) && far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** Whether two neighbouring letters changed places and nothing else: `titel` and `title`. */
function isSwapped(one: string, other: string): boolean {
  const at = one.split('').findIndex((letter, index) => letter !== other[index]);
  return (
    at !== -1 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
  );
}

/** ` Did you mean “x”?` or '' when nothing is like `word`. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = closest(word, candidates);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
