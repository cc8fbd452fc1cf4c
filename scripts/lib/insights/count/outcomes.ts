import type { Event } from '../../../../src/schemas/events.ts';

/**
 * How a visit that sought help ended, as far as can be known:
 * - `contacted`: a message was sent, or another way to a person was taken; this outweighs everything else.
 * - `answered`: the customer said so, or opened a suggestion while writing, read it, and left without writing.
 * - `silent`: everything else. Silence is never success: somebody may be content, or may have given up.
 */
export type Outcome = 'answered' | 'contacted' | 'silent';

/** A suggestion open for less than this was looked at, not read (seconds). */
export const READ_SECONDS = 10;

/** What has to be remembered of a visit; small, because there are many. */
export interface VisitState {
  contacted: boolean;
  answered: boolean;
}

/** A visit of which nothing is known yet. Every visit with an event sought help: it searched, read or reached for a person. */
export function newVisit(): VisitState {
  return { contacted: false, answered: false };
}

/** Takes an event into a visit's state. The order of events does not matter. */
export function addToVisit(state: VisitState, event: Event): void {
  if (event.type === 'contact-sent') state.contacted = true;
  else if (event.type === 'answered') state.answered = true;
  else if (event.type === 'contact-abandoned' && event.read !== null && event.seconds >= READ_SECONDS)
    state.answered = true;
}

/** The outcome of a whole visit. */
export function outcomeOf({ contacted, answered }: VisitState): Outcome {
  return contacted ? 'contacted' : answered ? 'answered' : 'silent';
}

/** Visits by outcome. */
export type OutcomeCounts = Record<Outcome, number>;

export function noOutcomes(): OutcomeCounts {
  return { answered: 0, contacted: 0, silent: 0 };
}

/** Shares of all visits that sought help, 0 to 1: this denominator and no other. Undefined without visits. */
export function outcomeShares(counts: OutcomeCounts): Record<Outcome, number> | undefined {
  const visits = counts.answered + counts.contacted + counts.silent;
  if (visits === 0) return undefined;
  return { answered: counts.answered / visits, contacted: counts.contacted / visits, silent: counts.silent / visits };
}
