import { type Event, eventSchema } from '../../../src/schemas/events.ts';

/** A request brings at most so many events. */
const MOST = 200;

const DAY_MS = 86_400_000;
/** Browsers keep unsent events for two days, and clocks differ; one that is wrong by more says nothing about when. */
const OLDEST_DAYS = 31;
const NEWEST_DAYS = 1;

/** What a request brought. */
export interface Batch {
  events: Event[];
  /** Why the others were not taken. */
  rejected: { index: number; reason: string }[];
}

/**
 * Reads `{"events": […]}`. An event that does not fit does not affect the others.
 * @param now When the request came.
 * @throws Error saying what the body should be.
 */
export function readBatch(body: string, now: Date): Batch {
  const events = listOf(body);
  if (events.length > MOST) throw new Error(`The body holds ${events.length} events; send at most ${MOST} at once.`);
  const batch: Batch = { events: [], rejected: [] };
  events.forEach((written, index) => {
    const { success, data, error } = eventSchema.safeParse(written);
    const days = success ? (Date.parse(data.at) - now.getTime()) / DAY_MS : 0;
    if (days < -OLDEST_DAYS || days > NEWEST_DAYS)
      batch.rejected.push({
        index,
        reason: `at: expected a moment from ${OLDEST_DAYS} days before it was sent to ${NEWEST_DAYS} day after`,
      });
    else if (success) batch.events.push(data);
    else
      batch.rejected.push({
        index,
        reason: error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`).join('; '),
      });
  });
  return batch;
}

function listOf(body: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Error('The body is not JSON; send {"events": [ … ]}.');
  }
  const events = typeof value === 'object' && value !== null && 'events' in value ? value.events : undefined;
  if (!Array.isArray(events)) throw new Error('The body has no list of events; send {"events": [ … ]}.');
  return events;
}
