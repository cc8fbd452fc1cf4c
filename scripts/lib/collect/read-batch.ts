import { type Event, eventSchema } from '../../../src/schemas/events.ts';

/** A request brings at most so many events. */
const MOST = 200;

/** What a request brought. */
export interface Batch {
  events: Event[];
  /** Why the others were not taken. */
  rejected: { index: number; reason: string }[];
}

/** Reads `{"events": […]}`. An event that does not fit does not affect the others. @throws Error saying what the body should be. */
export function readBatch(body: string): Batch {
  const events = listOf(body);
  if (events.length > MOST) throw new Error(`The body holds ${events.length} events; send at most ${MOST} at once.`);
  const batch: Batch = { events: [], rejected: [] };
  events.forEach((written, index) => {
    const { success, data, error } = eventSchema.safeParse(written);
    if (success) batch.events.push(data);
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
