import { noOutcomes } from '../count/outcomes.ts';
import type { Row } from '../count/tally.ts';

/** A day, or a week that begins on a Monday, with what was counted in it. */
export interface Period {
  /** The first day, `2026-05-04`. */
  start: string;
  row: Row;
}

export type Unit = 'day' | 'week';

/** A chart shows so many days; longer times are shown in weeks. */
const MOST_DAYS = 92;
/** Gaps in a longer time come from clocks that are wrong by years; they are not filled. */
const MOST_FILLED = 4000;
const DAY_MS = 86_400_000;

/** The days counted, in order and without gaps; weeks when there are many. */
export function periodsOf(days: Map<string, Row>): { unit: Unit; periods: Period[] } {
  const written = [...days.keys()].sort();
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', periods: [] };
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const unit: Unit = length > MOST_DAYS ? 'week' : 'day';
  const filled =
    length > MOST_FILLED ? written : Array.from({ length }, (_, index) => isoDay(Date.parse(first) + index * DAY_MS));
  const sums = new Map<string, Row>();
  for (const day of filled) {
    const start = unit === 'week' ? mondayOf(day) : day;
    const sum = sums.get(start) ?? { searches: 0, unanswered: 0, opened: 0, gaps: 0, outcomes: noOutcomes() };
    sums.set(start, sum);
    const row = days.get(day);
    if (row) add(sum, row);
  }
  return { unit, periods: [...sums].map(([start, row]) => ({ start, row })) };
}

function mondayOf(day: string): string {
  const date = new Date(day);
  return isoDay(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function add(sum: Row, row: Row): void {
  for (const name of ['searches', 'unanswered', 'opened', 'gaps'] as const) sum[name] += row[name];
  for (const name of ['answered', 'contacted', 'silent'] as const) sum.outcomes[name] += row.outcomes[name];
}
