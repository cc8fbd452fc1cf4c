import { FUSION } from '../parameters.ts';
import { inverseFrequency, type LexicalScores } from './lexical.ts';

/**
 * The weighted sum of what the words say and what the meaning says, section by section, 0 to 1.
 * The words' side is score / (best score + half): a question whose words hardly occur is led by its meaning. One or two
 * words are no sentence that has a meaning of its own, and a long text has many: there the half is small, the words
 * lead, and the meaning counts less.
 * The meaning's side are the cosines stretched between the least and the greatest of this query.
 * @param cosines By section; undefined where there is no semantic side, and words decide alone.
 * @param weight Of the semantic side.
 * @param shortness Power of what a question lacks to a sentence with which its meaning counts less; 0 for none.
 */
export function fuse({ scores, most }: LexicalScores, cosines: Float32Array | undefined, weight: number, shortness = 0): Float32Array {
  const [, best] = extent(scores, 0, 0);
  if (cosines === undefined) return scores.map((score) => (best > 0 ? score / best : 0));
  const [least, greatest] = extent(cosines, Infinity, -Infinity);
  const stretch = greatest > least ? 1 / (greatest - least) : 0;
  const half = halfOf(breadthOf(most, scores.length));
  const meaning = weight * unity({ scores, most }) * sentenceness(breadthOf(most, scores.length)) ** shortness;
  const words = (1 - weight) / (best + half);
  const fused = new Float32Array(scores.length);
  for (let section = 0; section < fused.length; section++) fused[section] = (scores[section] === 0 ? 0 : scores[section]! * words) + meaning * (cosines[section]! - least) * stretch;
  return fused;
}

/** The least and the greatest of some numbers and of the two given. */
function extent(values: Float32Array, least: number, greatest: number): [number, number] {
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** How much the meaning of a question is one meaning: 1 for a sentence, less the longer a text is, which has many. */
export function unity({ scores, most }: LexicalScores): number {
  return Math.sqrt(Math.min(1, FUSION.blend / breadthOf(most, scores.length)));
}

/** What the words of a question are worth together, in words that no section has. */
function breadthOf(most: number, sections: number): number {
  return most / inverseFrequency(0, sections);
}

/** The constant of the words' side: full for a sentence, less the longer a text is, next to nothing for a single word. */
function halfOf(breadth: number): number {
  const { to } = FUSION.sentence;
  return FUSION.lexicalHalf * sentenceness(breadth) ** 3 * Math.min(1, to / breadth);
}

/** 1 from the shortest sentence on, less for a word or two. */
function sentenceness(breadth: number): number {
  return Math.min(1, breadth / FUSION.sentence.from);
}
