const DAY = 24 * 60 * 60 * 1000;
/** After so many days without a change an answer may be out of date, unless its writer named the day. */
const UNTOUCHED = 365;

/** How fresh an answer is, for somebody who is about to send it to a customer. Days are `2026-05-01`. */
export interface Review {
  /** When it was last looked at; undefined when nobody wrote that down. */
  reviewed?: string;
  /** From this day on it may be out of date; undefined when nothing tells. */
  oldFrom?: string;
}

/** Reads an article's dates: `review_by` is its writer's own word on when to look again. */
export function reviewOf({ updated, review_by }: { updated?: Date | undefined; review_by?: Date | undefined }): Review {
  const oldFrom = review_by ?? (updated && new Date(updated.getTime() + UNTOUCHED * DAY));
  return { ...(updated && { reviewed: dayOf(updated) }), ...(oldFrom && { oldFrom: dayOf(oldFrom) }) };
}

/** Whether an answer may be out of date at a moment. */
export function isOld({ oldFrom }: Review, now: Date): boolean {
  return oldFrom !== undefined && oldFrom <= dayOf(now);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
