/** An article by its best section. */
export interface RankedArticle {
  article: number;
  section: number;
  score: number;
}

/**
 * Articles by their best sections, best first; equal ones in the order of the index, so that a ranking is the same
 * on every machine. Sections that score 0 are no results.
 */
export function bestSections(scores: Float32Array, articleOf: Uint32Array): RankedArticle[] {
  const best: RankedArticle[] = [];
  let last: RankedArticle | undefined;
  for (let section = 0; section < scores.length; section++) {
    const score = scores[section]!;
    const article = articleOf[section]!;
    if (last?.article === article) {
      if (score > last.score) Object.assign(last, { section, score });
    } else if (score > 0) {
      last = { article, section, score };
      best.push(last);
    }
  }
  return best.sort((one, other) => other.score - one.score || one.section - other.section);
}
