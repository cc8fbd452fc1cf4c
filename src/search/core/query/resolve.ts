import type { Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { LIMITS, MATCH_WEIGHT } from '../parameters.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { correctSpelling } from './spelling.ts';
import type { Paraphrase } from './synonyms.ts';

/** Terms of the index that together stand for a word of the query. */
export interface Alternative {
  /** More than one for a synonym of several words, which all must occur. */
  terms: { term: string; postings: Postings }[];
  /** How much it counts beside the word itself, 0 to 1. */
  weight: number;
}

/** A word of the query with what it matches in this index. */
export interface ResolvedWord {
  word: QueryWord;
  /** Empty for a word the index has nothing for. */
  alternatives: Alternative[];
  /** True for a synonym of several words together, which comes on top of them. */
  extra?: boolean;
}

/** Looks up the words of a query: themselves, words they may be the beginning of, words they may be typos of, and synonyms. */
export async function resolve(index: SearchIndex, query: ParsedQuery): Promise<ResolvedWord[]> {
  const paraphrases = index.synonyms.paraphrases(query.text);
  const terms = [
    ...query.words.flatMap((word) => word.terms),
    ...paraphrases.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms)),
  ];
  const [found, beginnings] = await Promise.all([
    index.postings(terms),
    Promise.all(
      query.words.map((word) => (word.partial || word.titleOnly ? completions(index, word, query.text) : [])),
    ),
  ]);
  const resolved = query.words.map((word, position): ResolvedWord => {
    if (word.titleOnly) return { word, alternatives: beginnings[position]! };
    const exact = word.terms.flatMap((term) => single(term, found.get(term), 1));
    return { word, alternatives: [...exact, ...beginnings[position]!] };
  });
  await Promise.all(
    resolved.map((entry) =>
      entry.alternatives.length === 0 && !entry.word.titleOnly ? correctWord(index, entry, query.text) : undefined,
    ),
  );
  for (const paraphrase of paraphrases) addSynonyms(resolved, paraphrase, found);
  return resolved;
}

/** A synonym of one word is an alternative to it; a synonym of several words is a word of its own. */
function addSynonyms(
  resolved: ResolvedWord[],
  { start, end, wordings }: Paraphrase,
  found: ReadonlyMap<string, Postings>,
): void {
  const alternatives = wordings.flatMap(({ terms, share }): Alternative[] => {
    const known = terms.flatMap((term) => ({ term, postings: found.get(term) }));
    return known.every(isFound) ? [{ terms: known, weight: MATCH_WEIGHT.synonym * share }] : [];
  });
  if (alternatives.length === 0) return;
  const within = resolved.filter(({ word }) => word.start >= start && word.end <= end);
  if (within.length === 1) within[0]!.alternatives.push(...alternatives);
  else
    resolved.push({
      word: { terms: [], kind: 'word', count: 1, start, end, partial: false },
      alternatives,
      extra: true,
    });
}

function isFound(entry: {
  term: string;
  postings: Postings | undefined;
}): entry is { term: string; postings: Postings } {
  return entry.postings !== undefined;
}

function single(term: string, postings: Postings | undefined, weight: number): Alternative[] {
  return postings === undefined ? [] : [{ terms: [{ term, postings }], weight }];
}

/** What an unfinished word may become. Title words need no fetching; other words are looked up once there are enough letters. */
async function completions(index: SearchIndex, word: QueryWord, text: string): Promise<Alternative[]> {
  const typed = index.language.fold(text.slice(word.start, word.end));
  if (word.titleOnly && !word.partial) return single(typed, index.titleWords.equalTo(typed), 1);
  const inTitles = single(typed, index.titleWords.beginningWith(typed), MATCH_WEIGHT.prefix);
  if (word.titleOnly || typed.length <= LIMITS.prefixLength) return inTitles;
  const around = await index.termsAround(typed);
  const longer = around.filter(([term]) =>
    word.terms.concat(typed).some((beginning) => term !== beginning && term.startsWith(beginning)),
  );
  // `installa` has outgrown its stem, and is no word yet.
  const stems = longer.length > 0 ? [] : around.filter(([term]) => term.length > 3 && typed.startsWith(term));
  const best = [...longer, ...stems]
    .sort((one, other) => other[1].sections.length - one[1].sections.length)
    .slice(0, LIMITS.prefixExpansions);
  return [...inTitles, ...best.flatMap(([term, postings]) => single(term, postings, MATCH_WEIGHT.prefix))];
}

async function correctWord(index: SearchIndex, { word, alternatives }: ResolvedWord, text: string): Promise<void> {
  if (word.kind !== 'word' && word.kind !== 'part') return;
  const corrections = await correctSpelling(index.language.fold(text.slice(word.start, word.end)), (key) =>
    index.vocabulary(key),
  );
  const found = await index.postings(corrections.map((meant) => index.language.stem(meant.word)));
  for (const meant of corrections) {
    const term = index.language.stem(meant.word);
    alternatives.push(
      ...single(term, found.get(term), meant.edits === 1 ? MATCH_WEIGHT.oneEdit : MATCH_WEIGHT.twoEdits),
    );
  }
  if (alternatives.length === 0)
    alternatives.push(...(await compoundHead(index, index.language.fold(text.slice(word.start, word.end)))));
}

/** Letters that the known beginning of an unknown compound has at least. */
const HEAD_LENGTH = 5;

/** The longest word of the index that an unknown one begins with: Gutschein for Gutscheincode. */
async function compoundHead(index: SearchIndex, written: string): Promise<Alternative[]> {
  const around = await index.termsAround(written);
  const heads = around.filter(([term]) => term.length >= HEAD_LENGTH && written.startsWith(term));
  const [longest] = heads.sort(([one], [other]) => other.length - one.length);
  return longest === undefined ? [] : single(longest[0], longest[1], MATCH_WEIGHT.compoundHead);
}
