import type { SearchIndex } from '../index/search-index.ts';
import { verbatimKey } from '../index/title-keys.ts';
import { EXACT } from '../parameters.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import type { ResolvedWord } from '../query/resolve.ts';

/**
 * Bonus by article whose title the query is, as written, or else but for a typo; undefined where it is none.
 * @param reading The words of the query: a title as it is written does not wait for their files.
 */
export async function titleBonus(
  index: SearchIndex,
  { text }: ParsedQuery,
  reading: Promise<{ words: readonly ResolvedWord[] }>,
  { asTyped = false }: { asTyped?: boolean | undefined } = {},
): Promise<Map<number, number> | undefined> {
  const titled = await index.titles.titled(text);
  if (titled.length > 0) {
    const key = verbatimKey(text);
    const bonuses = titled.map(async (article): Promise<[number, number]> => {
      const name = await index.nameOf(article);
      return [article, name && verbatimKey(name.title) === key ? EXACT.title : EXACT.short];
    });
    return new Map(await Promise.all(bonuses));
  }
  if (asTyped) return undefined;
  const { words } = await reading;
  const mistyped = (start: number, end: number): boolean => isMistyped(words, start, end);
  return bonusFor(await index.titles.nearlyTitled(text, mistyped, mended(text, words)));
}

/** What a query would be without its typos: with the likeliest words that are meant, then with the next ones. */
function mended(text: string, words: readonly ResolvedWord[]): string[] {
  const typos = words.flatMap(({ word, alternatives }) => {
    const meant = alternatives.flatMap(({ spelled }) => spelled ?? []);
    return meant.length > 0 ? [{ word, meant }] : [];
  });
  const most = Math.max(0, ...typos.map(({ meant }) => meant.length));
  return Array.from({ length: most }, (_, choice) =>
    typos
      .toSorted((one, other) => other.word.start - one.word.start)
      .reduce(
        (so, { word, meant }) => so.slice(0, word.start) + (meant[choice] ?? meant.at(-1)!) + so.slice(word.end),
        text,
      ),
  );
}

/** The bonus of articles that the query names; undefined for none. */
export function bonusFor(articles: readonly number[]): Map<number, number> | undefined {
  return articles.length > 0 ? new Map(articles.map((article) => [article, EXACT.short])) : undefined;
}

/** The bonuses of some articles by section. */
export function bySection({ core, sections }: SearchIndex, bonuses: Iterable<readonly [number, number]>): Float32Array {
  const bonus = new Float32Array(sections);
  for (const [article, more] of bonuses) {
    const { firstSection, sections: its } = core.articles[article]!;
    bonus.fill(more, firstSection, firstSection + its);
  }
  return bonus;
}

/** Whether the index knows none of the words or pairs of signs at a place of the query; of stop words it knows all. */
function isMistyped(words: readonly ResolvedWord[], start: number, end: number): boolean {
  const there = words.filter(
    ({ word, extra }) => !extra && word.kind !== 'character' && word.start < end && word.end > start,
  );
  return there.length > 0 && there.every(({ alternatives }) => alternatives.every(({ weight }) => weight < 1));
}
