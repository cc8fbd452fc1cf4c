import type { TrackedEvent } from '../schemas/events.ts';
import type { Outcome } from '../search/core/types.ts';

type SearchEvent = Extract<TrackedEvent, { type: 'search' }>;

/** A search that shows less long than this was a word on the way to the next one (ms). */
const SHORTEST = 1000;

/**
 * Turns the many steps of typing into one search for each question. A question is tracked when a result of it is
 * opened, when a different one is asked, or when the visitor leaves; "refu", "refund" and "refund time" are one.
 */
export class SearchTracker {
  readonly #track: (search: SearchEvent) => void;
  #current: { outcome: Outcome; since: number } | undefined;
  #last: string;

  /** @param last The question tracked last, on an earlier page of the session; it is not tracked again. */
  constructor(track: (search: SearchEvent) => void, last = '') {
    this.#track = track;
    this.#last = last;
  }

  /** The settled outcome of what is typed now; undefined while searching. `now` in ms. */
  shown(outcome: Outcome | undefined, now: number): void {
    if (!outcome?.query) return;
    const former = this.#current;
    if (former && !continues(former.outcome.query, outcome.query)) this.end(now);
    const since = former?.outcome.query === outcome.query ? former.since : now;
    this.#current = { outcome, since };
  }

  /** A result was opened; `rank` from 1. */
  opened(article: string, rank: number): void {
    this.#finish(rank, article);
  }

  /** The question goes on elsewhere: on the results page, which tracks it. */
  handedOn(): void {
    this.#current = undefined;
  }

  /** The visitor leaves or asks something else. */
  end(now: number): void {
    if (this.#current && now - this.#current.since >= SHORTEST) this.#finish(null, null);
    this.#current = undefined;
  }

  #finish(rank: number | null, article: string | null): void {
    const outcome = this.#current?.outcome;
    this.#current = undefined;
    if (!outcome || outcome.query === this.#last) return;
    this.#last = outcome.query;
    const { query, verdict, tier, hits } = outcome;
    this.#track({
      type: 'search',
      query,
      length: [...query].length,
      verdict,
      tier,
      results: hits.length,
      rank,
      article,
    });
  }
}

function continues(before: string, after: string): boolean {
  const [a, b] = [before.toLowerCase(), after.toLowerCase()];
  return a.startsWith(b) || b.startsWith(a);
}
