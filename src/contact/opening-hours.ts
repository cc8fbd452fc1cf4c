import type { OpeningHours } from '../schemas/channel.ts';

export type Day = OpeningHours['days'][number];

/** The days in the order of the week that Europe and Asia write: Monday first. */
export const WEEK: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const DAY_MINUTES = 24 * 60;

/** An interval of a week in which a line is open, in minutes since Monday 00:00 of the site's zone; `end` may pass the week's end. */
export interface Interval {
  start: number;
  end: number;
}

/** The intervals of a week, joined where one ends as the next begins: 17:00–24:00 and 00:00–02:00 are one night. */
export function openIntervals(hours: OpeningHours[]): Interval[] {
  const written = hours
    .flatMap(({ days, open, close }) => days.map((day) => ({ start: minute(day, open), end: minute(day, close) })))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Interval[] = [];
  for (const interval of written) {
    const last = joined.at(-1);
    if (last && interval.start <= last.end) last.end = Math.max(last.end, interval.end);
    else joined.push({ ...interval });
  }
  return joinOverSunday(joined);
}

/** Whether a line never closes. */
export function alwaysOpen(hours: OpeningHours[]): boolean {
  const [only, ...others] = openIntervals(hours);
  return others.length === 0 && only !== undefined && only.end - only.start >= 7 * DAY_MINUTES;
}

/** A row of a table of opening hours: neighbouring days that share their times, minutes since midnight of the day. */
export interface HoursRow {
  days: Day[];
  /** Empty when the line is closed on these days. `close` above 1440 is on the next day. */
  times: { open: number; close: number }[];
}

/** The week as a table; a night belongs to the day it begins on. */
export function hoursTable(hours: OpeningHours[]): HoursRow[] {
  const perDay = WEEK.map((_, index) =>
    openIntervals(hours)
      .flatMap((interval) => splitLong(interval))
      .map(({ start, end }) => ({ day: Math.floor(start / DAY_MINUTES), start, end }))
      .filter(({ day }) => day % 7 === index)
      .map(({ day, start, end }) => ({ open: start - day * DAY_MINUTES, close: end - day * DAY_MINUTES })),
  );
  const rows: HoursRow[] = [];
  perDay.forEach((times, index) => {
    const last = rows.at(-1);
    if (last && JSON.stringify(last.times) === JSON.stringify(times)) last.days.push(WEEK[index]!);
    else rows.push({ days: [WEEK[index]!], times });
  });
  return rows;
}

function minute(day: Day, time: string): number {
  const [hour = 0, rest = 0] = time.split(':').map(Number);
  return WEEK.indexOf(day) * DAY_MINUTES + hour * 60 + rest;
}

/** An interval that ends with Sunday goes on into one that begins with Monday. */
function joinOverSunday(list: Interval[]): Interval[] {
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last || first === last || first.start !== 0 || last.end !== 7 * DAY_MINUTES) return list;
  return [...list.slice(1, -1), { start: last.start, end: last.end + first.end }];
}

/** Days on end are shown day by day; a night, which is shorter than a day, stays whole. */
function splitLong({ start, end }: Interval): Interval[] {
  if (end - start < DAY_MINUTES) return [{ start, end }];
  const midnight = (Math.floor(start / DAY_MINUTES) + 1) * DAY_MINUTES;
  if (midnight >= end) return [{ start, end }];
  return [{ start, end: midnight }, ...splitLong({ start: midnight, end })];
}
