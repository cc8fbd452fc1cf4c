import { memoize } from '../../../cache/memoize.ts';
import type { Language } from '../../core/text/language.ts';
import type { IndexSection } from '../index-document.ts';
import { entriesOf, type SectionList, withShare } from './section-lists.ts';

/** The sections of each term, while an index is made. */
export type Entries = Map<string, SectionList>;

/** What a word within another one counts beside one that stands alone. */
const SHARE = 0.5;

/** Letters of the stem of a word that ends a compound, and of what stands before it, at least. */
const END = 4;
const BEGINNING = 3;
/** What German and its neighbours put between the words of a compound. */
const LINK = /(?:e[nrs]?|s|n)$/;

/**
 * Lets the compounds of a site be found by the words they end in and, where that is a word of the site too, by the ones they
 * begin with: a section that says `Rechnungsadresse` also says a little `Adresse` and `Rechnung`.
 * @param words Of the site, folded.
 */
export function addPartsOfCompounds(entries: Entries, words: readonly string[], language: Language): void {
  const stems = new Set(words.map((word) => language.stem(word)).filter((stem) => entries.has(stem)));
  const parts = [...stems].flatMap((stem) =>
    partsOf(stem, stems, language).map((part): [string, string] => [part, stem]),
  );
  // What is added to a word is no occurrence of it: all are read before any is added to.
  const added = parts.map(([part, stem]): [string, SectionList] => [part, entries.get(stem)!]);
  for (const [part, occurrences] of added) add(entries, part, occurrences, SHARE);
}

/** The longest word that a compound ends in, and the one before it. */
function partsOf(stem: string, stems: ReadonlySet<string>, language: Language): string[] {
  for (let cut = BEGINNING; cut <= stem.length - END; cut++) {
    const end = stem.slice(cut);
    if (!stems.has(end)) continue;
    const beginning = stem.slice(0, cut);
    const before = [beginning, beginning.replace(LINK, '')].map((word) => language.stem(word));
    return [end, ...before.filter((word) => word.length >= END && stems.has(word)).slice(0, 1)];
  }
  return [];
}

/**
 * Where a site writes the same apart and as one, `log in` and `login`, lets both be found by both.
 * @param words Of the site, folded, without stop words.
 * @param live Whether it is one of many times in the dev server: a section is then read once, so that a word that no section had
 *   by then is not found by its halves in that one.
 */
export function addOtherSpacings(
  entries: Entries,
  words: readonly string[],
  sections: readonly IndexSection[],
  language: Language,
  live: boolean,
): void {
  const known = new Set(words);
  const together = writtenTogether(known, sections, live ? keptJoins : joinsIn);
  for (const word of words) {
    // In the order of the cuts: what one adds the next one reads.
    for (const [cut, places] of [...(together.get(word) ?? [])].sort(([one], [other]) => one - other)) {
      const halves = [word.slice(0, cut), word.slice(cut)];
      const content = halves.filter((half) => known.has(half));
      if (content.length + halves.filter((half) => language.isStopWord(half)).length < 2 || content.length === 0)
        continue;
      const last = entries.get(language.stem(content.at(-1)!));
      const apart = entriesOf(last ?? [], places);
      if (apart.length === 0) continue;
      const joined = entries.get(language.stem(word)) ?? [];
      add(entries, language.stem(word), apart, 1);
      for (const half of content) add(entries, language.stem(half), joined, SHARE);
    }
  }
}

/** By word and by the length of its first half, the sections that write it as two. */
function writtenTogether(
  known: ReadonlySet<string>,
  sections: readonly IndexSection[],
  joins: (section: IndexSection, known: ReadonlySet<string>) => Iterable<Join>,
): Map<string, Map<number, Set<number>>> {
  const together = new Map<string, Map<number, Set<number>>>();
  sections.forEach((section, place) => {
    for (const { word, cut } of joins(section, known)) {
      if (!known.has(word)) continue;
      const cuts = together.get(word) ?? new Map<number, Set<number>>();
      together.set(word, cuts);
      cuts.set(cut, (cuts.get(cut) ?? new Set()).add(place));
    }
  });
  return together;
}

/** A word that a section writes as two, and the length of the first of these. */
interface Join {
  word: string;
  cut: number;
}

/** The words of the site that a section writes as two. */
function* joinsIn(section: IndexSection, known: ReadonlySet<string>): Generator<Join> {
  for (const [first, second] of pairsIn(section)) {
    const word = first + second;
    if (known.has(word)) yield { word, cut: first.length };
  }
}

const keptJoins = memoize((section: IndexSection, known: ReadonlySet<string>): readonly Join[] => {
  const joins = [...joinsIn(section, known)];
  return joins.length > 0 ? joins : NONE;
}, 1);
const NONE: readonly Join[] = [];

/** Each word of a section with the next one, in lower case, where only spaces and hyphens part them. */
function* pairsIn({ document, headings, text }: IndexSection): Generator<[string, string]> {
  const all = [document.title, ...headings, ...document.keywords, text].join('\n').toLowerCase();
  let before = '';
  let end = 0;
  for (const { 0: word, index } of all.matchAll(WORD)) {
    if (before.length >= HALF && word.length >= HALF && PARTED.test(all.slice(end, index))) yield [before, word];
    before = word;
    end = index + word.length;
  }
}

/** Letters of a half at least. */
const HALF = 2;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PARTED = /^[\s-]+$/;

function add(entries: Entries, term: string, occurrences: SectionList, share: number): void {
  const own = entries.get(term);
  if (own !== undefined) entries.set(term, withShare(own, occurrences, share));
}
