/** By the rules of Unicode (UAX #29), with dictionaries for scripts that put no spaces between words. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Scripts whose words only a dictionary tells apart, by what stands around them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words between two spaces, which most texts have often. */
const known = new Map<string, string[]>();
const mostKnown = 200_000;

/**
 * The words of a text in any script, without punctuation. Half and full width are one, and so are words with and
 * without soft hyphens, joiners and marks of direction, which nobody sees. `end.Begin` is two words, as it is when a
 * picture between them was left out.
 */
export function wordsOf(text: string): string[] {
  const runs = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .split(/\s+/);
  return runs.flatMap((run) => {
    if (run === '') return [];
    const found = known.get(run) ?? segment(run);
    if (known.size < mostKnown) known.set(run, found);
    return found;
  });
}

function segment(run: string): string[] {
  return [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? (segment.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []) : [],
  );
}

/**
 * The words of `before` that are not in `after`; a word that was there twice has to be there twice. Where a script has
 * no spaces, the same sentence may be divided in another way when another letter stands beside it, so words of it are
 * there too when their letters are left over.
 */
export function lostWords(before: string[], after: string[]): string[] {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = before.filter((word) => !take(left, word));
  if (!missing.some((word) => unspaced.test(word))) return missing;
  const letters = new Map<string, number>();
  for (const [word, count] of left)
    if (unspaced.test(word)) for (const letter of word) letters.set(letter, (letters.get(letter) ?? 0) + count);
  return missing.filter((word) => {
    if (!unspaced.test(word)) return true;
    const taken: string[] = [];
    for (const letter of word) {
      if (take(letters, letter)) taken.push(letter);
      else {
        for (const one of taken) letters.set(one, (letters.get(one) ?? 0) + 1);
        return true;
      }
    }
    return false;
  });
}

function take(counts: Map<string, number>, what: string): boolean {
  const count = counts.get(what) ?? 0;
  if (count === 0) return false;
  counts.set(what, count - 1);
  return true;
}
