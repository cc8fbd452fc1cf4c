import { IMPACT_SCALE, type Postings } from '../index/postings.ts';
import { KIND_WEIGHT } from '../parameters.ts';
import type { Alternative, ResolvedWord } from '../query/resolve.ts';

/** How well the words of a query match each section. */
export interface LexicalScores {
  /** By section; 0 where no word occurs. */
  scores: Float32Array;
  /** What a section would get in which every word of the query had its greatest impact. */
  most: number;
}

/** BM25's weight of a term that occurs in `count` of `sections` sections; never negative (Lucene's form). */
export function inverseFrequency(count: number, sections: number): number {
  return Math.log(1 + (sections - count + 0.5) / (count + 0.5));
}

/**
 * Sums the words of a query over all sections. Of the alternatives of one word a section counts the best only.
 * A word said again counts less each time.
 */
export function scoreWords(words: readonly ResolvedWord[], sections: number): LexicalScores {
  const scores = new Float32Array(sections);
  const best = new Float32Array(sections);
  let most = 0;
  for (const { word, alternatives, extra } of words) {
    const weight = KIND_WEIGHT[word.kind] * (1 + Math.log(word.count));
    if (!extra) most += weight * rarity(alternatives, sections);
    const [only] = alternatives;
    if (alternatives.length === 1 && only!.terms.length === 1) {
      addTerm(scores, only!.terms[0]!.postings, (weight * only!.weight) / IMPACT_SCALE);
      continue;
    }
    const cap = rarityTyped(alternatives, sections);
    const touched: number[] = [];
    for (const alternative of alternatives) {
      for (const [section, score] of matches(alternative, sections, cap)) {
        if (best[section] === 0) touched.push(section);
        if (score > best[section]!) best[section] = score;
      }
    }
    for (const section of touched) {
      scores[section] = scores[section]! + weight * best[section]!;
      best[section] = 0;
    }
  }
  return { scores, most };
}

/** The usual case, a word with one alternative, without intermediate steps. */
function addTerm(scores: Float32Array, { sections, impacts }: Postings, scale: number): void {
  const factor = inverseFrequency(sections.length, scores.length) * scale;
  for (let entry = 0; entry < sections.length; entry++) {
    const section = sections[entry]!;
    scores[section] = scores[section]! + impacts[entry]! * factor;
  }
}

/** A word's weight in the whole: that of its best alternative, and of a word the index does not know the greatest. */
function rarity(alternatives: readonly Alternative[], sections: number): number {
  if (alternatives.length === 0) return inverseFrequency(0, sections);
  const cap = rarityTyped(alternatives, sections);
  return Math.max(...alternatives.map(({ terms, weight }) => weight * Math.min(cap, meanRarity(terms, sections))));
}

/**
 * Rarity of the word as typed; without bound when the index does not know it. What merely stands for
 * a common word is not made important by being rare itself: `bicycle` for `bike` counts no more than `bike`.
 */
function rarityTyped(alternatives: readonly Alternative[], sections: number): number {
  const typed = alternatives.filter(({ weight }) => weight === 1);
  return typed.length === 0 ? Infinity : Math.max(...typed.map(({ terms }) => meanRarity(terms, sections)));
}

function meanRarity(terms: Alternative['terms'], sections: number): number {
  return terms.reduce((sum, { postings }) => sum + inverseFrequency(postings.sections.length, sections), 0) / terms.length;
}

/** The sections that hold all terms of an alternative, with their scores; no term counts for rarer than `cap`. */
function* matches({ terms, weight }: Alternative, sections: number, cap: number): Generator<[number, number]> {
  const [first, ...others] = terms;
  const scale = weight / IMPACT_SCALE / terms.length;
  const idf = terms.map(({ postings }) => Math.min(cap, inverseFrequency(postings.sections.length, sections)) * scale);
  const rest = others.map(({ postings }) => new Map(Array.from(postings.sections, (section, entry) => [section, postings.impacts[entry]!])));
  const { postings } = first!;
  for (let entry = 0; entry < postings.sections.length; entry++) {
    const section = postings.sections[entry]!;
    let score = postings.impacts[entry]! * idf[0]!;
    let all = true;
    rest.forEach((impacts, place) => {
      const impact = impacts.get(section);
      if (impact === undefined) all = false;
      else score += impact * idf[place + 1]!;
    });
    if (all) yield [section, score];
  }
}
