import type { SearchIndex } from '../index/search-index.ts';
import { PINNED } from '../parameters.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import { type ResolvedWord, spellings } from '../query/resolve.ts';
import { maskLongNumbers } from '../semantic/long-numbers.ts';
import { productsOf, type SemanticScores } from '../semantic/semantic-scorer.ts';
import { termsOf } from '../text/tokenize.ts';
import { type IndexedPin, readPinsFile } from './pins-file.ts';

/** A question, as far as pins are compared with it. */
export interface PinnedQuestion {
  query: ParsedQuery;
  words: readonly ResolvedWord[];
  /** Undefined where words decide alone. */
  semantic: SemanticScores | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The pin that holds for a question; undefined where none does, or they were not fetched. One holds for its own words, however
 * they are ordered or misspelled, for questions that say all of a phrase, and for those that mean what it asks; of several
 * the first in this order does, and by meaning the nearest. Other numbers or codes make another question.
 * @throws IndexError for a damaged file; whatever `fetchFile` throws.
 */
export async function matchingPin(
  index: SearchIndex,
  { query, words, semantic, now }: PinnedQuestion,
): Promise<IndexedPin | undefined> {
  const file = await index.read('pins.bin', readPinsFile);
  if (!file) return undefined;
  const minute = now / MINUTE;
  const holds = ({ from, until }: IndexedPin): boolean => from <= minute && (until === 0 || minute < until);
  const inForce = file.pins.filter(holds);
  const asked = termsOf(query.text, index.language);
  const spelled = [...spellings(query, words, index.language).values()];
  const said = new Set([...asked, ...spelled.flatMap((word) => [...termsOf(word, index.language)])]);
  const isSaid = (text: string): boolean => {
    const terms = termsOf(text, index.language);
    return terms.size > 0 && [...terms].every((term) => said.has(term));
  };
  const byWords =
    inForce.find(({ questions }) =>
      questions.some((question) => isSaid(question) && asked.size <= termsOf(question, index.language).size),
    ) ?? inForce.find((pin) => pin.words.some(isSaid));
  if (byWords || !file.vectors || !semantic?.vector) return byWords;
  const products = productsOf(file.vectors[semantic.tier], semantic.vector);
  const numbers = numbersIn(query.text);
  let nearest: IndexedPin | undefined;
  let least = PINNED[index.semantic.kind === 'centred' ? 'centred' : 'plain'][semantic.tier];
  let row = 0;
  for (const pin of file.pins)
    for (const question of pin.questions) {
      const product = products[row++]!;
      if (product < least || !holds(pin) || numbersIn(question) !== numbers) continue;
      nearest = pin;
      least = product;
    }
  return nearest;
}

const MINUTE = 60_000;

/** The numbers and codes of a text, but for long ones, such as that of an order. */
function numbersIn(text: string): string {
  const words = maskLongNumbers(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((one) => /\p{N}/u.test(one))
    .map((one) => one.toLowerCase())
    .sort()
    .join(' ');
}
