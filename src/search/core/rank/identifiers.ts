import type { IndexedArticle } from '../index/core-file.ts';
import { IMPACT_SCALE } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { codesLike, isLike, namedByCodes } from '../index/title-codes.ts';
import { EXACT, MATCH_WEIGHT } from '../parameters.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { type Code, codesIn } from '../text/codes.ts';
import { says, wordMass } from './lexical.ts';

/**
 * A letter and a digit (E-1042, win11), a version of three numbers or more, or a number of four digits or more that is
 * no year: people leave the letter of a code out. Other numbers and names are ordinary words.
 */
const IDENTIFIER = /\p{L}.*\p{N}|\p{N}.*\p{L}|^\d+\.\d+\.\d+|^(?!(?:19|20)\d\d$)\d{4,}$/u;

/** Share of the bonus that a section gets for holding an identifier at all; the rest grows with the identifier's weight in it. */
const FOR_HOLDING = 0.7;

/**
 * Bonus by section for the identifiers of the query that stand in it whole; 0 to 1, 1 for all of them.
 * Undefined when the query has none that the index knows.
 */
export function identifierBonus(words: readonly ResolvedWord[], sections: number): Float32Array | undefined {
  const identifiers = identifiersOf(words).filter(
    ({ alternatives: [first] }) => first !== undefined && first.weight >= MATCH_WEIGHT.prefix,
  );
  if (identifiers.length === 0) return undefined;
  const most = words.length <= EXACT.shortQuery ? EXACT.short : EXACT.long;
  const bonus = new Float32Array(sections);
  for (const { alternatives } of identifiers) {
    const { sections: holders, impacts } = alternatives[0]!.terms[0]!.postings;
    holders.forEach((section, entry) => {
      const weight = FOR_HOLDING + ((1 - FOR_HOLDING) * impacts[entry]!) / IMPACT_SCALE;
      bonus[section] = bonus[section]! + (most * weight) / identifiers.length;
    });
  }
  return bonus;
}

/** What the codes of a query come to. */
export interface CodesAsked {
  /** By section; undefined where it has none that the index knows. */
  bonus: Float32Array | undefined;
  /** Numbers of the articles that they name in their titles. */
  named: number[];
  /** Whether no article has them, and the section that lists such codes. */
  unknown: boolean;
  list: number | undefined;
  /** Whether what an article says of them answers. */
  answers(article: number): boolean;
}

/**
 * Reads the codes of a query. Only queries with a number have any, and only those fetch this file.
 * @param titled Whether the query is a title, so that no code of it is unknown or another's.
 */
export async function codesAsked(
  index: SearchIndex,
  text: string,
  words: readonly ResolvedWord[],
  titled: boolean,
): Promise<CodesAsked> {
  const { articles } = index.core;
  const codes = codesIn(text, index.language);
  const named = titled
    ? []
    : (await namedByCodes(index, codes)).filter((article) => isAboutCodes(codes, words, index, articles[article]));
  const known = titled || named.length > 0;
  const unknown = !known && asksForUnknown(codes, words, index);
  const bonus = identifierBonus(words, index.sections);
  return {
    // In a long question a code is one hint among many.
    bonus: known || words.length > EXACT.shortQuery ? bonus : await withoutOtherCodes(bonus, words, index),
    named,
    unknown,
    list: unknown ? await listOfCodes(codes, index) : undefined,
    answers: (article) => answersByIdentifier(words, index, articles[article]!),
  };
}

/** Half-open range of UTF-16 code units of a query. */
type Span = Pick<ResolvedWord['word'], 'start' | 'end'>;

/**
 * Whether codes are what a query is about, and an article says the rest of it: what of its other words the article leaves
 * out is less, by rarity, than the codes. `What does E-1042 mean?` is; `E-1042 invoice` is about something else.
 * @param codes Where they stand in the query.
 */
function isAboutCodes(
  codes: readonly Span[],
  words: readonly ResolvedWord[],
  index: SearchIndex,
  article?: IndexedArticle,
): boolean {
  let ofCodes = 0;
  let left = 0;
  for (const resolved of words) {
    if (resolved.extra) continue;
    const mass = wordMass(resolved, index.sections);
    if (codes.some(({ start, end }) => resolved.word.start < end && resolved.word.end > start)) ofCodes += mass;
    // Of signs and their pairs the signs are enough, two of which make a word.
    else if (resolved.word.kind !== 'pair' && (article === undefined || !says(article, resolved)))
      left += resolved.word.kind === 'character' ? mass / 2 : mass;
  }
  return left <= EXACT.besideCode * ofCodes;
}

/**
 * Whether a query asks for identifiers, all of which an article has and hardly another one: what it says of them answers.
 */
function answersByIdentifier(words: readonly ResolvedWord[], index: SearchIndex, article: IndexedArticle): boolean {
  const identifiers = identifiersOf(words);
  const all = identifiers.every(
    (resolved) => isKnown(resolved) && says(article, resolved) && articlesSaying(resolved, index) <= EXACT.articles,
  );
  return identifiers.length > 0 && all && isAboutCodes(spansOf(identifiers), words, index, article);
}

/**
 * Whether a query asks for an identifier that no article has.
 * @param codes Of the query, as they are written in it.
 */
function asksForUnknown(codes: readonly Code[], words: readonly ResolvedWord[], index: SearchIndex): boolean {
  const unknown = spansOf(identifiersOf(words).filter((resolved) => !isKnown(resolved)));
  const whole = codes.filter(({ start, end }) => unknown.some((one) => one.start < end && one.end > start));
  return unknown.length > 0 && isAboutCodes([...unknown, ...whole], words, index);
}

/**
 * The section with the most codes of the kind that a query asks for and no article has: a list of those that begin with the
 * same letters and have as many digits. Undefined where there is no such list.
 */
async function listOfCodes(codes: readonly Code[], index: SearchIndex): Promise<number | undefined> {
  const counts = new Map<number, number>();
  for (const { number, joined } of codes) {
    const code = joined[0] ?? number;
    const titled = (await codesLike(index, code)).slice(0, EXACT.lookedUp);
    const near = (await index.termsAround(code)).filter(([term]) => isLike(term, code));
    for (const { sections } of new Map([...near, ...(await index.postings(titled.map(([key]) => key)))]).values())
      for (const section of sections) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] >= EXACT.listed ? best[0] : undefined;
}

/**
 * Takes the bonus off the articles that are named by another code of the kind that is asked for: what the page of `BT-07`
 * says of `BT-03` is said by the way.
 */
async function withoutOtherCodes(
  bonus: Float32Array | undefined,
  words: readonly ResolvedWord[],
  index: SearchIndex,
): Promise<Float32Array | undefined> {
  for (const { word, alternatives } of bonus ? identifiersOf(words) : []) {
    const code = word.terms[0] ?? alternatives[0]!.terms[0]!.term;
    const others = (await codesLike(index, code)).flatMap(([key, articles]) => (key === code ? [] : articles));
    for (const article of others) {
      const { firstSection, sections } = index.core.articles[article]!;
      bonus?.fill(0, firstSection, firstSection + sections);
    }
  }
  return bonus;
}

/** The codes and versions of a query as wholes, one written in two words included. */
function identifiersOf(words: readonly ResolvedWord[]): ResolvedWord[] {
  return words.filter(({ word, alternatives, extra }) =>
    extra
      ? alternatives.some(({ terms }) => terms.length === 1 && IDENTIFIER.test(terms[0]!.term))
      : word.kind !== 'part' && IDENTIFIER.test(word.terms[0] ?? ''),
  );
}

/** Whether the index has a word as it is, rather than something like it. */
function isKnown({ alternatives, extra }: ResolvedWord): boolean {
  return alternatives.some(({ weight }) => weight === 1 || extra);
}

function articlesSaying({ alternatives }: ResolvedWord, { articleOf }: SearchIndex): number {
  const [first] = alternatives;
  return new Set([...first!.terms[0]!.postings.sections].map((section) => articleOf[section])).size;
}

function spansOf(words: readonly ResolvedWord[]): Span[] {
  return words.map(({ word }) => word);
}
