import { OPENING } from '../parameters.ts';

/**
 * Which section of a found article is shown and linked: the one that ranks best, unless the article's opening is about
 * as near. A question that asks for what the title promises (`cancel my subscription`) is answered where the article
 * begins, and some section (`Can I undo the cancellation?`) is often nearer to it by very little.
 * @param found Numbers of the best section and of the article's first one.
 * @param scores Fused scores by section.
 * @param words Scores of the words alone, by section.
 */
export function shownSection(
  { section, opening }: { section: number; opening: number },
  scores: Float32Array,
  words: Float32Array,
): number {
  const near = scores[section]! - scores[opening]! <= OPENING.lead;
  const saysMore = words[section]! > words[opening]! * OPENING.words;
  return near && !saysMore ? opening : section;
}
