import { memoize } from '../../../cache/memoize.ts';
import { IMPACT_SCALE, type Postings } from '../../core/index/postings.ts';
import { BM25, FIELDS, type Field } from '../../core/parameters.ts';
import type { Language } from '../../core/text/language.ts';
import { tokenize } from '../../core/text/tokenize.ts';
import type { IndexSection } from '../index-document.ts';
import { countOfTexts, numberOf, textOf } from './intern.ts';
import { addOtherSpacings, addPartsOfCompounds, type Entries } from './parts-of-words.ts';
import { entryOf, impactIn, sectionIn } from './section-lists.ts';

export interface InvertedIndex {
  /** By term, sorted by UTF-16 code units. */
  postings: [string, Postings][];
  /** Words that a mistyped one may mean, folded, not yet stemmed; no codes, characters or pairs; sorted. */
  words: string[];
}

const WORD = /^[\p{L}\p{M}']{3,}$/u;

/**
 * Counts the terms of each section's fields and weighs them by BM25F: an impact is f / (f + k1), where f sums over
 * the fields weight × count / (1 − b + b × length / average length). The rarity of the term is left to the query.
 * @param live Whether what was counted of a section is kept for the next time; see also `addOtherSpacings`.
 */
export function invert(sections: readonly IndexSection[], language: Language, live = false): InvertedIndex {
  const count = live ? keptFields : countFields;
  const counted = sections.map((section) => count(language, section));
  const words = wordsOf(counted).sort(compare);
  const average = Object.fromEntries(FIELDS.map((field) => [field, averageLength(counted, field)])) as Record<
    Field,
    number
  >;
  /** By the number of a term. */
  const lists = new Array<number[] | undefined>(countOfTexts());
  const frequencies = new Float64Array(countOfTexts());
  counted.forEach((fields, section) => {
    const found: number[] = [];
    for (const field of FIELDS) {
      const { terms, counts, length } = fields[field];
      const b = BM25.lengthNormalisation[field];
      const factor = BM25.weight[field] / (1 - b + (b * length) / Math.max(average[field], 1));
      for (let place = 0; place < terms.length; place++) {
        const term = terms[place]!;
        const before = frequencies[term]!;
        if (before === 0) found.push(term);
        frequencies[term] = before + factor * counts[place]!;
      }
    }
    for (const term of found) {
      const frequency = frequencies[term]!;
      frequencies[term] = 0;
      (lists[term] ??= []).push(
        entryOf(section, Math.max(1, Math.round((frequency / (frequency + BM25.k1)) * IMPACT_SCALE))),
      );
    }
  });
  const entries: Entries = new Map();
  lists.forEach((list, term) => entries.set(textOf(term), list!));
  addOtherSpacings(entries, words, sections, language, live);
  if (language.compounds) addPartsOfCompounds(entries, words, language);
  const postings = [...entries].map(([term, list]): [string, Postings] => [term, postingsOf(list)]);
  return { postings: postings.sort(([one], [other]) => compare(one, other)), words };
}

/** Counted by hand: `from` of typed arrays goes through an iterator, which takes seven times as long. */
function postingsOf(list: ArrayLike<number>): Postings {
  const sections = new Uint32Array(list.length);
  const impacts = new Uint8Array(list.length);
  for (let place = 0; place < list.length; place++) {
    sections[place] = sectionIn(list[place]!);
    impacts[place] = impactIn(list[place]!);
  }
  return { sections, impacts };
}

/** In lists, of numbers as `numberOf` gives them: in the dev server it is kept for each section, and a map would take several times as much. */
interface CountedField {
  terms: readonly number[];
  /** How often each of them stands in the field. */
  counts: readonly number[];
  length: number;
  /** Words of the field that a mistyped one may mean. */
  words: readonly number[];
}

function countFields(language: Language, { document, headings, text }: IndexSection): Record<Field, CountedField> {
  const count = (field: string): CountedField => {
    const counts = new Map<string, number>();
    const words = new Set<string>();
    const tokens = tokenize(field, language);
    for (const { term, kind, start, end } of tokens) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      const written = kind === 'word' || kind === 'part' ? language.fold(field.slice(start, end)) : '';
      if (WORD.test(written)) words.add(written);
    }
    return {
      terms: Array.from(counts.keys(), numberOf),
      counts: [...counts.values()],
      length: tokens.length,
      words: Array.from(words, numberOf),
    };
  };
  return {
    title: count(document.title),
    headings: count(headings.join('\n')),
    keywords: count(document.keywords.join('\n')),
    text: count(text),
  };
}

const keptFields = memoize(countFields);

/** Each once. */
function wordsOf(counted: readonly Record<Field, CountedField>[]): string[] {
  const isThere = new Uint8Array(countOfTexts());
  for (const fields of counted) for (const field of FIELDS) for (const word of fields[field].words) isThere[word] = 1;
  const words: string[] = [];
  isThere.forEach((is, word) => is && words.push(textOf(word)));
  return words;
}

function averageLength(counted: readonly Record<Field, CountedField>[], field: Field): number {
  const filled = counted.filter((fields) => fields[field].length > 0);
  return filled.reduce((sum, fields) => sum + fields[field].length, 0) / Math.max(filled.length, 1);
}

/** Order of JavaScript's `<`, which the readers' binary search relies on; the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
