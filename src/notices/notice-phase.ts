import { endOf, instantOf } from '../schemas/instant.ts';
import type { Notice } from '../schemas/notices.ts';

/** What begins within so many days after a build is in its pages already; scripts show it when its time has come. */
const AHEAD = 7 * 24 * 60 * 60_000;

/** When a notice begins and ends, in milliseconds since 1970; undefined where it says nothing. */
export function noticePeriod(
  { from, until }: Pick<Notice, 'from' | 'until'>,
  timeZone: string,
): { from: number | undefined; until: number | undefined } {
  return {
    from: from === undefined ? undefined : instantOf(from, timeZone),
    until: until === undefined ? undefined : endOf(until, timeZone),
  };
}

/** What a build at `now` makes of a notice: nothing yet, hidden in its pages, shown there, or nothing any more. */
export function noticePhase(
  { from, until }: ReturnType<typeof noticePeriod>,
  now: number,
): 'later' | 'soon' | 'shown' | 'over' {
  if (until !== undefined && until <= now) return 'over';
  if (from === undefined || from <= now) return 'shown';
  return from <= now + AHEAD ? 'soon' : 'later';
}
