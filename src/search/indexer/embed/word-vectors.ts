import { fnv1a } from '../../../site/fnv.ts';
import { normalize } from '../../core/embedding/vectors.ts';
import { inverseDocumentFrequency } from '../../core/rank/lexical.ts';
import type { Language } from '../../core/text/language.ts';
import { tokenize } from '../../core/text/tokenize.ts';
import type { IndexDocument } from '../index-document.ts';

/** Dimensions into which terms are hashed; few collisions among the terms of a help center. */
const DIMENSIONS = 4096;
/** How often a word of the title counts. */
const TITLE_WEIGHT = 3;

/**
 * Vectors of length 1 by the words of each document (logarithmic counts times rarity), for locales whose language
 * the embedding model does not understand.
 */
export function wordVectors(documents: readonly IndexDocument[], language: Language): Float32Array[] {
  const bags = documents.map((document) => bagOf(document, language));
  const occurrences = new Map<string, number>();
  for (const bag of bags) for (const term of bag.keys()) occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
  return bags.map((bag) => {
    const vector = new Float32Array(DIMENSIONS);
    for (const [term, count] of bag) {
      const place = fnv1a(term) % DIMENSIONS;
      vector[place] =
        vector[place]! + (1 + Math.log(count)) * inverseDocumentFrequency(occurrences.get(term)!, documents.length);
    }
    return normalize(vector);
  });
}

function bagOf({ title, description, sections }: IndexDocument, language: Language): Map<string, number> {
  const bag = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const { term } of tokenize(text, language)) bag.set(term, (bag.get(term) ?? 0) + weight);
  };
  add(title, TITLE_WEIGHT);
  add(description, 1);
  for (const { headings, text } of sections) add(`${headings.join(' ')} ${text}`, 1);
  return bag;
}
