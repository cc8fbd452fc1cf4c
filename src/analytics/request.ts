import type { CountingSettings } from '../schemas/counting.ts';
import type { Event } from '../schemas/events.ts';

/** A POST that carries events. Its type is text/plain, so that a browser may send it to another origin without asking first. */
export interface EventRequest {
  url: string;
  body: string;
}

export const REQUEST_TYPE = 'text/plain;charset=UTF-8';

/** Writes events the way the endpoint of the settings' kind reads them. */
export function eventRequest(settings: Omit<CountingSettings, 'includeQueries'>, events: Event[]): EventRequest {
  if (settings.kind === 'posthog') return posthogRequest(settings.endpoint, settings.key ?? '', events);
  if (settings.kind === 'clickhouse') return clickhouseRequest(settings, events);
  return { url: settings.endpoint, body: JSON.stringify({ events }) };
}

/**
 * PostHog's capture API, batch form: POST /batch/ with api_key and a list of events, each with event, properties
 * (distinct_id among them), timestamp and uuid. https://posthog.com/docs/api/capture
 * No person profile and no place by IP address: PostHog is to count, not to recognise.
 */
function posthogRequest(endpoint: string, key: string, events: Event[]): EventRequest {
  const batch = events.map(({ type, id, at, visit, ...rest }) => ({
    event: `signpost ${type}`,
    uuid: id,
    timestamp: at,
    properties: { distinct_id: visit, ...rest, $process_person_profile: false, $geoip_disable: true, $lib: 'signpost' },
  }));
  return {
    url: new URL('batch/', slashed(endpoint)).href,
    body: JSON.stringify({ api_key: key, historical_migration: false, batch }),
  };
}

/**
 * ClickHouse's HTTP interface: the INSERT in the `query` parameter, one JSON object a line in the body.
 * https://clickhouse.com/docs/interfaces/http
 * Small inserts are gathered by the server (async_insert), which answers once they are stored (wait_for_async_insert).
 */
function clickhouseRequest(
  { endpoint, table, user, password }: Omit<CountingSettings, 'includeQueries'>,
  events: Event[],
): EventRequest {
  const url = new URL(endpoint);
  const parameters = {
    query: `INSERT INTO ${table} FORMAT JSONEachRow`,
    async_insert: '1',
    wait_for_async_insert: '1',
    date_time_input_format: 'best_effort',
    add_http_cors_header: '1',
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, body: events.map((event) => `${JSON.stringify(event)}\n`).join('') };
}

function slashed(endpoint: string): string {
  return endpoint.endsWith('/') ? endpoint : `${endpoint}/`;
}
