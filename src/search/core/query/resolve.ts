import { countOf, type Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { LIMITS, MATCH_WEIGHT } from '../parameters.ts';
import type { Language } from '../text/language.ts';
import type { WrittenWord } from '../text/written-words.ts';
import { type Alternative, single } from './alternative.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { joinedWords, SHORTEST_JOINED } from './spacing.ts';
import type { Paraphrase } from './synonyms.ts';
import { meantBy } from './unknown-word.ts';

/** A word of the query with what it matches in this index. */
export interface ResolvedWord {
  word: QueryWord;
  /** Empty for a word the index has nothing for. */
  alternatives: Alternative[];
  /** True for a synonym of several words together, which comes on top of them. */
  extra?: boolean;
}

/**
 * Looks up the words of a query: themselves, words they may be the beginning of, words they may be typos of, and synonyms.
 * @param how.asTyped Whether none of them is a typo.
 * @param how.draft Whether words that the index does not know are left at that.
 */
export async function resolve(
  index: SearchIndex,
  query: ParsedQuery,
  { asTyped = false, draft = false }: { asTyped?: boolean | undefined; draft?: boolean | undefined } = {},
): Promise<ResolvedWord[]> {
  const paraphrases = index.synonyms.paraphrases(query.text);
  const joined = joinedWords(query, index);
  const own = query.words.flatMap((word) => (word.titleOnly ? [] : word.terms));
  const terms = [
    ...own,
    // Others are looked for where neither word is known: there would be a file for every two words.
    ...joined.flatMap(({ first, second, term }) =>
      isTornApart(first, second) || own.some((one) => index.sameShard(one, term)) ? [term] : [],
    ),
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
  const unknown = resolved.filter(({ word, alternatives }) => alternatives.length === 0 && !word.titleOnly);
  const isUnknown = ({ start }: WrittenWord): boolean => unknown.some(({ word }) => word.start === start);
  const together = await index.postings(
    joined.flatMap(({ first, second, term }) => (isUnknown(first) && isUnknown(second) ? [term] : [])),
  );
  await Promise.all(
    (draft ? [] : unknown).map(async ({ word, alternatives }) => {
      const apart = await apartInTitles(index, word, query.text);
      alternatives.push(...(apart.length > 0 ? apart : await meantBy(index, word, query.text, asTyped)));
    }),
  );
  for (const { first, second, term, written } of joined) {
    // Titles that are not at hand say nothing here: there would be a file for every two words.
    const inTitles = index.core.names && (await index.titles.equalTo(written));
    const postings = found.get(term) ?? together.get(term) ?? inTitles;
    if (postings) resolved.push(onTop(first.start, second.end, single(term, postings, MATCH_WEIGHT.apart)));
  }
  for (const paraphrase of paraphrases) addSynonyms(resolved, paraphrase, found);
  return resolved;
}

/**
 * The words of a query, folded, that may be typos of words of the site, with these; where they begin alike, so that
 * `unsubscribe` is none of `subscribe`.
 */
export function spellings(
  { text }: ParsedQuery,
  words: readonly ResolvedWord[],
  { fold }: Language,
): Map<string, string> {
  return new Map(
    words.flatMap(({ word, alternatives }) => {
      const written = fold(text.slice(word.start, word.end));
      const meant = alternatives[0]?.spelled;
      return meant !== undefined && meant[0] === written[0] ? [[written, meant] as const] : [];
    }),
  );
}

/** The second half of a code that is written in two words: `ST 11`. */
const NUMBER = /^\p{N}{2,}$/u;

/** Whether two words are likely to be the halves of one. */
function isTornApart(first: WrittenWord, second: WrittenWord): boolean {
  return (first.word.length === 1 && !first.isStopWord) || NUMBER.test(second.word);
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
  else resolved.push(onTop(start, end, alternatives));
}

/** What stands for several words of the query together, beside each of them. */
function onTop(start: number, end: number, alternatives: Alternative[]): ResolvedWord {
  return { word: { terms: [], kind: 'word', count: 1, start, end, partial: false }, alternatives, extra: true };
}

/** The titles that write a word apart which no section has as one: `Log in` for `login`. */
async function apartInTitles(
  index: SearchIndex,
  { kind, start, end }: QueryWord,
  text: string,
): Promise<Alternative[]> {
  if (kind !== 'word' && kind !== 'whole') return [];
  const written = index.language.fold(text.slice(start, end));
  return written.length < SHORTEST_JOINED
    ? []
    : single(written, await index.titles.writtenApart(written), MATCH_WEIGHT.apart);
}

function isFound(entry: {
  term: string;
  postings: Postings | undefined;
}): entry is { term: string; postings: Postings } {
  return entry.postings !== undefined;
}

/** What an unfinished word may become. Words of texts are looked up once there are enough letters. */
async function completions(index: SearchIndex, word: QueryWord, text: string): Promise<Alternative[]> {
  const typed = index.language.fold(text.slice(word.start, word.end));
  if (word.titleOnly && !word.partial) return single(typed, await index.titles.equalTo(typed), 1);
  const [titled, around] = await Promise.all([
    index.titles.beginningWith(typed),
    word.titleOnly || typed.length <= LIMITS.prefixLength ? undefined : index.termsAround(typed),
  ]);
  const inTitles = single(typed, titled, MATCH_WEIGHT.prefix);
  if (!around) return inTitles;
  const longer = around.filter(([term]) =>
    word.terms.concat(typed).some((beginning) => term !== beginning && term.startsWith(beginning)),
  );
  // `installa` has outgrown its stem, and is no word yet.
  const stems = longer.length > 0 ? [] : around.filter(([term]) => term.length > 3 && typed.startsWith(term));
  const best = [...longer, ...stems]
    .sort(([, one], [, other]) => countOf(other) - countOf(one))
    .slice(0, LIMITS.prefixExpansions);
  return [...inTitles, ...best.flatMap(([term, postings]) => single(term, postings, MATCH_WEIGHT.prefix))];
}
