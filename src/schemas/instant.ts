/**
 * When a written moment is, in milliseconds since 1970. A time that the clocks show twice is the earlier one; one that
 * they skip is as much later as they are put forward.
 * @param written A day or a day with a time of day, `2026-05-01 14:30`; a day alone is its beginning.
 */
export function instantOf(written: string, timeZone: string): number {
  const wanted = Date.parse(`${written.slice(0, 10)}T${written.slice(11) || '00:00'}:00Z`);
  // No zone changes its clocks twice in two days.
  const [before, after] = [wanted - DAY, wanted + DAY].map((near) => wanted - (clockAt(near, timeZone) - near));
  return clockAt(before!, timeZone) !== wanted && clockAt(after!, timeZone) === wanted ? after! : before!;
}

/** When what is written as the last moment is over: a day alone is over with its end. */
export function endOf(written: string, timeZone: string): number {
  if (written.length > 10) return instantOf(written, timeZone);
  const next = new Date(Date.parse(`${written}T00:00:00Z`) + DAY);
  return instantOf(next.toISOString().slice(0, 10), timeZone);
}

/** An instant as it is written for the zone: `2026-05-01 14:30`, at the beginning of a day `2026-05-01`. */
export function writtenIn(timeZone: string, instant: Date): string {
  return new Date(clockAt(instant.getTime(), timeZone))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')
    .replace(' 00:00', '');
}

const DAY = 24 * 60 * 60_000;

/** What the clocks of the zone show, as though they were UTC's. */
function clockAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
