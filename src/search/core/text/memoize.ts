/** Words kept; a site's whole vocabulary has room, and a hostile text can't fill the memory. */
const REMEMBERED = 50_000;
/** Longer ones are no words, come once, and would take the memory of many. */
const LONGEST = 100;

/** The same function of a word, which does the work once for each: words return. */
export function memoize<Result>(find: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (known.size < REMEMBERED && word.length <= LONGEST) known.set(word, found);
    return found;
  };
}
