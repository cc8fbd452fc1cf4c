import type { Files, SyntheticArticle } from '../../../scripts/lib/bench/synthetic/content.ts';
import { pick, type Random, randomBelow, seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';
import { folderMistakes } from './folder-mistakes.ts';
import { frontMatterMistakes } from './front-matter-mistakes.ts';
import type { FileLine, Mistake } from './mistake.ts';
import { textMistakes } from './text-mistakes.ts';

export const mistakes: readonly Mistake[] = [...frontMatterMistakes, ...textMistakes, ...folderMistakes];

/** A mistake that was made. */
export interface Planted extends FileLine {
  kind: string;
  rule: string;
}

/**
 * Plants a mistake into each article, each kind as often as any other. Those between two articles are
 * planted first: they add to another article, and lines of a mistake already there would move.
 */
export function plantMistakes(files: Files, articles: readonly SyntheticArticle[], seed: number): Planted[] {
  const random = seededRandom(seed);
  const plan = planOf(articles, random);
  const whole = new Set(plan.filter(({ mistake }) => mistake.mild).map(({ article }) => article));
  return plan.map(({ article, mistake: { kind, rule, other: where, plant } }) => {
    const fits = [...whole].filter(({ file }) => (where === 'after' ? file > article.file : file < article.file));
    const other = where === undefined ? article : pick(fits, random);
    // A title or an id can be taken once.
    if (where !== undefined) whole.delete(other);
    return { kind, rule, ...plant({ files, article, other, random }) };
  });
}

/** Which article gets which mistake. Those between two articles come first, from the middle of the files: there are others before and after. */
function planOf(
  articles: readonly SyntheticArticle[],
  random: Random,
): { article: SyntheticArticle; mistake: Mistake }[] {
  const byFile = [...articles].sort((a, b) => (a.file < b.file ? -1 : 1));
  const quarter = Math.floor(byFile.length / 4);
  const middle = shuffled(byFile.slice(quarter, -quarter), random);
  const all = articles.map((_, index) => mistakes[index % mistakes.length]!);
  const between = all.filter(({ other }) => other !== undefined);
  const rest = shuffled(
    [...byFile.slice(0, quarter), ...middle.slice(between.length), ...byFile.slice(-quarter)],
    random,
  );
  const alone = all.filter(({ other }) => other === undefined);
  return [
    ...between.map((mistake, index) => ({ article: middle[index]!, mistake })),
    ...alone.map((mistake, index) => ({ article: rest[index]!, mistake })),
  ];
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = randomBelow(index + 1, random);
    [copy[index], copy[other]] = [copy[other]!, copy[index]!];
  }
  return copy;
}
