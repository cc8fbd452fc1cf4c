import { type Event, eventSchema, type TrackedEvent } from '../../../src/schemas/events.ts';

/** A UUID made from a number, so that tests can name events. */
function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A valid event of visit `visit`, at a minute of 1 May 2026 unless said. */
export function makeEvent(
  tracked: TrackedEvent,
  number: number,
  visit = 1,
  at = '2026-05-01T10:00:00.000Z',
  locale = 'en',
): Event {
  return eventSchema.parse({
    v: 1,
    id: uuid(number),
    visit: uuid(1_000_000 + visit),
    at,
    locale,
    surface: 'site',
    ...tracked,
  });
}
