import type { OpeningHours } from '../schemas/channel.ts';
import { openIntervals } from './opening-hours.ts';

const MINUTE = 60_000;
const WEEK_MINUTES = 7 * 24 * 60;

/** Whether a line is open at a moment, and the moment at which that changes; null when it never does. */
export interface OpenState {
  open: boolean;
  changes: Date | null;
}

/**
 * The state of a line whose hours are written in `timeZone`, at `now`. Daylight saving is followed:
 * the change is the moment at which the zone's clocks show the written time.
 */
export function openState(hours: OpeningHours[], timeZone: string, now: Date): OpenState {
  const week = openIntervals(hours);
  const minute = minuteOfWeek(now, timeZone);
  const current = week
    .map(({ start, end }) => ({ start, end, into: modulo(minute - start) }))
    .find(({ start, end, into }) => into < end - start);
  if (current) {
    const length = current.end - current.start;
    return {
      open: true,
      changes: length >= WEEK_MINUTES ? null : momentAfter(now, length - current.into, current.end, timeZone),
    };
  }
  const next = week.map(({ start }) => ({ start, wait: modulo(start - minute) })).sort((a, b) => a.wait - b.wait)[0];
  return { open: false, changes: next ? momentAfter(now, next.wait, next.start, timeZone) : null };
}

/** The moment about `wait` minutes after `now` at which the zone's clocks show minute `target` of the week. */
function momentAfter(now: Date, wait: number, target: number, timeZone: string): Date {
  const guess = Math.floor(now.getTime() / MINUTE) * MINUTE + wait * MINUTE;
  // A change of the clocks in between moves the guess by its size; one correction undoes it.
  const error = modulo(minuteOfWeek(new Date(guess), timeZone) - target + WEEK_MINUTES / 2) - WEEK_MINUTES / 2;
  return new Date(guess - error * MINUTE);
}

/** Minutes since Monday 00:00 on the clocks of `timeZone`. */
function minuteOfWeek(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'));
  return day * 24 * 60 + Number(part('hour')) * 60 + Number(part('minute'));
}

function modulo(minutes: number): number {
  return ((minutes % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
}
