import type { Hit, LanguageHits, Outcome } from '../core/types.ts';
import type { Update } from './engine-types.ts';

/**
 * What to show when another ranking of a question comes while the first one is being read: what is on show, as it stands.
 * A certain answer that comes where none stood is offered above, in a line that has its place already; what other languages
 * have goes below all else.
 * @param shown The step on show.
 * @param better The step that would be shown instead.
 * @param rows So many articles are shown at most; those that are there stay, whatever their number.
 * @param held The article under the pointer or the keyboard: it and what is above it stay, what follows takes the new
 * order. Undefined where all of it is being read.
 */
export function keepStill(shown: Update, better: Update, rows: number, held?: string): Update {
  const [before, after] = [shown.outcome, better.outcome];
  if (!before || !after) return better;
  const last = held === undefined ? before.hits.length : before.hits.findIndex(({ article }) => article === held);
  const isBelow = before.others?.some((group) => group.hits.some(({ article }) => article === held));
  // The pointer rests where a row of an older question was.
  if (last < 0 && !isBelow) return better;
  const reads = isBelow || last === before.hits.length;
  // A text has its place in its row. The best answer's is of any number of lines and pushes what is below, but an answer
  // that stays without its text is none.
  const kept = before.hits
    .slice(0, reads ? undefined : last + 1)
    .map((hit) => (hit.bare && after.hits.find(({ article }) => article === hit.article)) || hit);
  const taken = new Set(kept.map(({ article }) => article));
  const more = after.hits.filter((hit) => !taken.has(hit.article) && (!reads || !isForeign(hit, after)));
  const hits = [...kept, ...more].slice(0, Math.max(rows, kept.length));
  const outcome = { ...before, tier: after.tier, hits };
  if (!reads) return { ...better, outcome: { ...outcome, others: before.others ?? after.others } };
  const found = languagesOf(after);
  return {
    ...better,
    state: shown.state === 'settled' ? 'settled' : better.state,
    outcome,
    offered: shown.offered ?? offeredAbove(before, after),
    late: shown.late ?? (before.others || found.length === 0 ? undefined : found),
  };
}

/** The certain answer where there was none; the first of the closest articles is news only where nothing was said to answer. */
function offeredAbove(before: Outcome, after: Outcome): Hit | undefined {
  const [answer] = after.hits;
  if (before.verdict === 'confident' || after.verdict !== 'confident') return undefined;
  return before.verdict === 'none' || answer?.article !== before.hits[0]?.article ? answer : undefined;
}

/** What other languages have, an answer of theirs that came first back among its own. */
function languagesOf(outcome: Outcome): LanguageHits[] {
  const { hits, others = [] } = outcome;
  const [answer] = hits;
  if (!answer?.locale || !isForeign(answer, outcome)) return others;
  const { locale } = answer;
  const own = others.filter((group) => group.locale === locale).flatMap((group) => group.hits);
  return [
    { locale, verdict: 'confident', hits: [answer, ...own] },
    ...others.filter((group) => group.locale !== locale),
  ];
}

/** Whether an article is in another language than the question. */
function isForeign({ locale }: Hit, outcome: Outcome): boolean {
  return locale !== undefined && locale !== outcome.locale;
}
