import type { IndexedArticle } from '../index/core-file.ts';
import { countOf, IMPACT_SCALE, mayBeAmong, type Postings } from '../index/postings.ts';
import { countBelow } from '../index/sorted.ts';
import { KIND_WEIGHT } from '../parameters.ts';
import type { Alternative } from '../query/alternative.ts';
import type { ResolvedWord } from '../query/resolve.ts';

/** How well the words of a query match each section. */
export interface LexicalScores {
  /** By section; 0 where no word occurs. */
  scores: Float32Array;
  /** The score of a section in which every word of the query has its greatest impact. */
  maxScore: number;
}

/** BM25's inverse document frequency of a term that occurs in `count` of `sections` sections; never negative (Lucene's form). */
export function inverseDocumentFrequency(count: number, sections: number): number {
  return Math.log(1 + (sections - count + 0.5) / (count + 0.5));
}

/**
 * Sums the words of a query over all sections. Of the alternatives of one word a section counts the best only.
 * A repeated word counts less each time.
 */
export function scoreWords(words: readonly ResolvedWord[], sections: number): LexicalScores {
  const scores = new Float32Array(sections);
  const best = new Float32Array(sections);
  let maxScore = 0;
  for (const resolved of words) {
    const { word, alternatives, extra } = resolved;
    const weight = KIND_WEIGHT[word.kind] * (1 + Math.log(word.count));
    if (!extra) maxScore += wordMass(resolved, sections);
    const [only] = alternatives;
    if (alternatives.length === 1 && only!.terms.length === 1) {
      addTerm(scores, only!.terms[0]!.postings, (weight * only!.weight) / IMPACT_SCALE);
      continue;
    }
    const cap = typedIdf(alternatives, sections);
    const touched: number[] = [];
    for (const alternative of alternatives) {
      eachMatch(alternative, sections, cap, (section, score) => {
        if (best[section] === 0) touched.push(section);
        if (score > best[section]!) best[section] = score;
      });
    }
    for (const section of touched) {
      scores[section] = scores[section]! + weight * best[section]!;
      best[section] = 0;
    }
  }
  return { scores, maxScore };
}

/** The usual case, a word with one alternative, without intermediate steps. */
function addTerm(scores: Float32Array, postings: Postings, scale: number): void {
  const { sections, impacts } = postings;
  const factor = inverseDocumentFrequency(countOf(postings), scores.length) * scale;
  for (let entry = 0; entry < sections.length; entry++) {
    const section = sections[entry]!;
    scores[section] = scores[section]! + impacts[entry]! * factor;
  }
}

/** How much a word of a query counts, by its kind, how often it is said and how rare it is. */
export function wordMass({ word, alternatives }: ResolvedWord, sections: number): number {
  return KIND_WEIGHT[word.kind] * (1 + Math.log(word.count)) * wordIdf(alternatives, sections);
}

/** Whether some sections, of one article say, have a word of a query or what stands for it. */
export function says(
  { firstSection, sections }: Pick<IndexedArticle, 'firstSection' | 'sections'>,
  { alternatives }: ResolvedWord,
): boolean {
  return alternatives.some(({ terms }) => terms.every(({ postings }) => mayBeAmong(postings, firstSection, sections)));
}

/** A word's share of the greatest score: the IDF of its best alternative, and for a word the index does not know the greatest there is. */
function wordIdf(alternatives: readonly Alternative[], sections: number): number {
  if (alternatives.length === 0) return inverseDocumentFrequency(0, sections);
  const cap = typedIdf(alternatives, sections);
  return Math.max(...alternatives.map(({ terms, weight }) => weight * Math.min(cap, meanIdf(terms, sections))));
}

/**
 * IDF of the word as typed; without bound when the index does not know it. What merely stands for
 * a common word is not made important by being rare itself: `bicycle` for `bike` counts no more than `bike`.
 */
function typedIdf(alternatives: readonly Alternative[], sections: number): number {
  const typed = alternatives.filter(({ weight }) => weight === 1);
  return typed.length === 0 ? Infinity : Math.max(...typed.map(({ terms }) => meanIdf(terms, sections)));
}

function meanIdf(terms: Alternative['terms'], sections: number): number {
  return (
    terms.reduce((sum, { postings }) => sum + inverseDocumentFrequency(countOf(postings), sections), 0) / terms.length
  );
}

/** Calls for each section that holds all terms of an alternative, with its score; no term has a greater IDF than `cap`. */
function eachMatch(
  { terms, weight }: Alternative,
  sections: number,
  cap: number,
  call: (section: number, score: number) => void,
): void {
  const scale = weight / IMPACT_SCALE / terms.length;
  const idf = terms.map(({ postings }) => Math.min(cap, inverseDocumentFrequency(countOf(postings), sections)) * scale);
  const [first, ...rest] = terms.map(({ postings }) => postings);
  for (let entry = 0; entry < first!.sections.length; entry++) {
    const section = first!.sections[entry]!;
    let score = first!.impacts[entry]! * idf[0]!;
    let all = true;
    for (let other = 0; other < rest.length && all; other++) {
      const { sections: among, impacts } = rest[other]!;
      const place = countBelow(among, section);
      all = among[place] === section;
      if (all) score += impacts[place]! * idf[other + 1]!;
    }
    if (all) call(section, score);
  }
}
