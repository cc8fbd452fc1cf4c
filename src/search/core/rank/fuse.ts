import { FUSION } from '../parameters.ts';
import { inverseDocumentFrequency, type LexicalScores } from './lexical.ts';

/**
 * The weighted sum of normalised lexical scores and normalised cosines, section by section, 0 to 1.
 * The lexical side is score / (best score + half score): a question whose words hardly occur is led by its meaning. One
 * or two words are no sentence that has a meaning of its own, and a long text has many: there the half score is small,
 * the words lead, and the meaning counts less.
 * The cosines are normalised by minimum and maximum over the sections.
 * @param cosines By section; undefined where there is no semantic side, and words decide alone.
 * @param weight Of the semantic side.
 * @param shortQueryExponent Exponent of the factor by which the meaning of a query shorter than a sentence counts less; 0 for none.
 * @param lexicalHalfScore The best lexical score that counts half in a sentence.
 * @param leastCosine About the least of all cosines, where those given are not all measured.
 */
export function fuse(
  { scores, maxScore }: LexicalScores,
  cosines: Float32Array | undefined,
  weight: number,
  shortQueryExponent = 0,
  lexicalHalfScore = FUSION.plain.lexicalHalfScore,
  leastCosine = Infinity,
): Float32Array {
  const [, best] = extent(scores, 0, 0);
  const fused = new Float32Array(scores.length);
  if (cosines === undefined) {
    for (let section = 0; section < fused.length; section++)
      if (scores[section]! > 0) fused[section] = scores[section]! / best;
    return fused;
  }
  const [least, greatest] = extent(cosines, leastCosine, -Infinity);
  const stretch = greatest > least ? 1 / (greatest - least) : 0;
  const length = queryLength(maxScore, scores.length);
  const semantic = weight * coherence({ scores, maxScore }) * shortQueryFactor(length) ** shortQueryExponent;
  const lexical = (1 - weight) / (best + lexicalHalfScore * halfScoreFactor(length));
  for (let section = 0; section < fused.length; section++)
    fused[section] =
      (scores[section] === 0 ? 0 : scores[section]! * lexical) + semantic * (cosines[section]! - least) * stretch;
  return fused;
}

/** The least and the greatest of some numbers and of the two given. */
function extent(values: Float32Array, least: number, greatest: number): [number, number] {
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** How far a question has one meaning: 1 for a sentence, less the longer a text is, which has many. */
export function coherence({ scores, maxScore }: LexicalScores): number {
  return Math.sqrt(Math.min(1, FUSION.coherentLength / queryLength(maxScore, scores.length)));
}

/** Length of a query by information rather than by words: its greatest score, in words that no section has. */
export function queryLength(maxScore: number, sections: number): number {
  return maxScore / inverseDocumentFrequency(0, sections);
}

/** How much of the half score counts: all of it in a sentence, less the longer a text is, next to nothing in a single word. */
function halfScoreFactor(length: number): number {
  const { to } = FUSION.sentence;
  return shortQueryFactor(length) ** 3 * Math.min(1, to / length);
}

/** 1 from the shortest sentence on, less for a word or two. */
export function shortQueryFactor(length: number): number {
  return Math.min(1, length / FUSION.sentence.from);
}
