import type { TitleDirectory } from './core-file.ts';
import type { ReadTitle } from './title-keys.ts';

/** The stop words in titles, which tell `Pay with a card` from `Pay without a card`. */
export interface TitleStopWords {
  /** The different sets of them that titles have, sorted. */
  sets: readonly (readonly string[])[];
  /** Number of the set of each article. */
  setOf: Uint32Array;
  /** In how many titles each of them is. */
  titlesWith: ReadonlyMap<string, number>;
}

/** Of titles that are at hand. */
export function stopWordsIn(titles: readonly ReadTitle[]): TitleStopWords {
  const numbers = new Map<string, number>();
  const setOf = Uint32Array.from(titles, ({ words }) => {
    const set = [...new Set(words.flatMap(({ word, isStopWord }) => (isStopWord ? [word] : [])))].sort().join(' ');
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  });
  return counted(
    [...numbers.keys()].map((set) => (set === '' ? [] : set.split(' '))),
    setOf,
  );
}

/** Of titles that are in files. */
export function listedStopWords({ stopWords, stopWordsOf }: TitleDirectory): TitleStopWords {
  return counted(stopWords, stopWordsOf);
}

function counted(sets: readonly (readonly string[])[], setOf: Uint32Array): TitleStopWords {
  const titlesWith = new Map<string, number>();
  for (const set of setOf) for (const word of sets[set]!) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  return { sets, setOf, titlesWith };
}
