/** What a memo holds at most, so that a hostile text can't fill the memory. */
interface MemoLimits {
  /** Results kept; once there are as many, all are dropped. */
  size: number;
  /** Results of longer texts are not kept. */
  longest: number;
}

/** A site's whole vocabulary has room; longer words are no words, come once, and would take the memory of many. */
const WORDS: MemoLimits = { size: 50_000, longest: 100 };

/** The same function of a text, by default of a word, which does the work once for each: words return. */
export function memoizeText<Result>(
  find: (text: string) => Result,
  { size, longest }: MemoLimits = WORDS,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const before = results.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (results.size >= size) results.clear();
    if (text.length <= longest) results.set(text, found);
    return found;
  };
}

/** The same function of a text in a language, with a memo for each language that lives as long as the language does. */
export function memoizeByLanguage<Language extends object, Result>(
  find: (text: string, language: Language) => Result,
  limits?: MemoLimits,
): (text: string, language: Language) => Result {
  const memos = new WeakMap<Language, (text: string) => Result>();
  return (text, language) => {
    let memo = memos.get(language);
    if (memo === undefined) memos.set(language, (memo = memoizeText((one) => find(one, language), limits)));
    return memo(text);
  };
}
