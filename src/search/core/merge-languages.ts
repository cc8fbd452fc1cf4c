import type { Hit, LanguageHits, Outcome } from './types.ts';

/** Articles that are merely closest are fewer where another language has some that may answer. */
const CLOSEST = 3;

/**
 * An outcome with what other languages have beside it. The question's language comes first; only where it has no certain
 * answer and another language has one, that answer does.
 * @param found Language by language; of an article in several of them the first one stays.
 */
export function mergeLanguages(outcome: Outcome, found: readonly LanguageHits[]): Outcome {
  const taken = new Set<string>();
  const others = found
    .filter(({ verdict }) => verdict !== 'none')
    .map((group) => ({ ...group, hits: group.hits.filter(({ article }) => isNew(article)) }))
    .filter(({ hits }) => hits.length > 0);
  const sure = outcome.verdict === 'confident' ? undefined : others.find(({ verdict }) => verdict === 'confident');
  const hits = outcome.verdict === 'none' && others.length > 0 ? outcome.hits.slice(0, CLOSEST) : outcome.hits;
  if (!sure) {
    const verdict = outcome.verdict === 'none' && others.length > 0 ? 'related' : outcome.verdict;
    return { ...outcome, verdict, hits, others };
  }
  const [answer, ...rest] = sure.hits as [Hit, ...Hit[]];
  return {
    ...outcome,
    verdict: 'confident',
    hits: [answer, ...hits],
    others: others
      .map((group) => (group === sure ? { ...group, hits: rest } : group))
      .filter(({ hits: left }) => left.length > 0),
  };

  function isNew(article: string): boolean {
    const fresh = !taken.has(article);
    taken.add(article);
    return fresh;
  }
}
