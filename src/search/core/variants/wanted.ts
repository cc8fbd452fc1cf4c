import type { Language } from '../text/language.ts';
import { tokenize } from '../text/tokenize.ts';
import type { IndexedChoice } from './variants-column.ts';

/** Names of the values that somebody wants, by the name of their choice; none of a choice where that is not known. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What somebody wants: for each choice by the first of these lists that has values of it. So what a question names wins over
 * what was chosen before.
 * @param lists Names of values, those that count most first; names that no choice has are passed over.
 */
export function wantedValues(choices: readonly IndexedChoice[], ...lists: readonly (readonly string[])[]): Wanted {
  const wanted = new Map<string, ReadonlySet<string>>();
  for (const { name, values } of choices) {
    const own = new Set(values.map((value) => value.name));
    const found = lists.map((list) => list.filter((value) => own.has(value))).find((list) => list.length > 0);
    if (found) wanted.set(name, new Set(found));
  }
  return wanted;
}

/** A shorter name of a value, such as that of a country, is a word of its own too often: `contact us`. */
const SHORTEST_NAME = 3;

/**
 * The values that a text names: all words of a label, or of a part of one that lists several (`iPhone and iPad`), or a value's
 * own name. Of `Windows` and `Windows 11` the longer one, where both are said.
 * @param also Further terms that count as said, such as those of mended words.
 */
export function namedValues(
  text: string,
  choices: readonly IndexedChoice[],
  language: Language,
  locale: string,
  also: readonly string[] = [],
): string[] {
  const said = new Set([...termsOf(text, language), ...also]);
  const separators = separatorsOf(locale);
  return choices.flatMap(({ values }) => {
    const wordings = values.flatMap(({ name, label }) => {
      const parts = [
        label,
        ...partsOf(label, separators),
        ...(name.length < SHORTEST_NAME ? [] : [name.replaceAll('-', ' ')]),
      ];
      return parts.filter((part) => /\p{L}/u.test(part)).map((part) => ({ name, terms: termsOf(part, language) }));
    });
    const named = wordings.filter(({ terms }) => terms.size > 0 && isWithin(terms, said));
    const longest = named.filter(
      ({ terms }) => !named.some((other) => other.terms.size > terms.size && isWithin(terms, other.terms)),
    );
    // What several values are called tells none of them.
    const isShared = ({ name, terms }: (typeof named)[number]): boolean =>
      wordings.some((other) => other.name !== name && other.terms.size === terms.size && isWithin(terms, other.terms));
    return [...new Set(longest.filter((one) => !isShared(one)).map(({ name }) => name))];
  });
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((term) => all.has(term));
}

/** The things that a label lists. */
function partsOf(label: string, separators: readonly string[]): string[] {
  return separators.reduce((parts, separator) => parts.flatMap((part) => part.split(separator)), [label]);
}

/** What stands between things that are listed: marks, and the words of a language for `and` and `or`. */
function separatorsOf(locale: string): string[] {
  const words = (['conjunction', 'disjunction'] as const).flatMap((type) =>
    new Intl.ListFormat(locale, { type })
      .formatToParts(['a', 'b'])
      .flatMap(({ type: part, value }) => (part === 'literal' ? [value] : [])),
  );
  return [...words, ...',;/&+·・、，／＆()（）'];
}

function termsOf(text: string, language: Language): Set<string> {
  return new Set(tokenize(text, language).map(({ term }) => term));
}
