import { EVENT_VERSION, type Event, eventSchema } from '../../../../src/schemas/events.ts';
import { ownValue } from '../../../../src/site/own-value.ts';

const POSTHOG = /^signpost (.+)$/;

/**
 * Reads one object of a file of events: our own, a row of PostHog's export (JSONLines of its events) or a row of
 * ClickHouse's (JSONEachRow). Undefined when it is none, or an event of something else.
 */
export function readEvent(written: unknown): Event | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const row = written as Record<string, unknown>;
  const { success, data } = eventSchema.safeParse(
    'event' in row ? fromPosthog(row) : 'type' in row ? fromTable(row) : row,
  );
  return success ? data : undefined;
}

/** PostHog keeps what it was sent below `properties`, as an object or as JSON in a text, beside its own `$…` fields. */
function fromPosthog(row: Record<string, unknown>): Record<string, unknown> {
  const type = POSTHOG.exec(String(row.event))?.[1];
  const properties = objectOf(row.properties);
  const own = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !name.startsWith('$') && name !== 'distinct_id' && name !== 'token'),
  );
  const visit = row.distinct_id ?? properties.distinct_id;
  return { ...own, type, id: row.uuid, visit, at: isoTime(row.timestamp) };
}

/** A table has every column for every type, numbers perhaps as texts and times without T and Z. */
function fromTable(row: Record<string, unknown>): Record<string, unknown> {
  // Our own files are in form already, and by far the most.
  if (row.v === EVENT_VERSION && typeof row.at === 'string' && row.at.endsWith('Z')) return pick(row);
  const numbers = ['v', 'length', 'results', 'rank', 'seconds'];
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    numbers.includes(name) && typeof value === 'string' ? Number(value) : value,
  ]);
  return pick({ ...Object.fromEntries(entries), at: isoTime(row.at) });
}

const fields: Record<string, readonly string[]> = Object.fromEntries(
  eventSchema.options.map(({ shape }) => [shape.type.value, Object.keys(shape)]),
);

function pick(row: Record<string, unknown>): Record<string, unknown> {
  const wanted = ownValue(fields, String(row.type));
  if (!wanted) return row;
  const picked: Record<string, unknown> = {};
  for (const name of wanted) {
    // `query` is the one field that may be absent; a table says so with null or ''.
    if (row[name] !== undefined && !(name === 'query' && (row[name] === null || row[name] === '')))
      picked[name] = row[name];
  }
  return picked;
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  try {
    const parsed: unknown = JSON.parse(String(value));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** `2026-05-01 10:00:00.000` and `2026-05-01T10:00:00+00:00` as `2026-05-01T10:00:00.000Z`; anything else as it is. */
function isoTime(value: unknown): unknown {
  const text = String(value);
  const utc = /^\d{4}-\d{2}-\d{2} [\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  const time = Date.parse(utc);
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}
