import { tabStorage } from '../guarded-storage.ts';

const PREFIX = 'signpost:count:';
/** A session ends when nothing happens for half an hour. */
const IDLE_MS = 30 * 60_000;

/** A random UUID; crypto.randomUUID is missing on pages without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

let fallback: string | undefined;

/** The id of this tab's session; a new one after a pause. */
export function sessionId(now = Date.now()): string {
  const stored = readSession('visit');
  const [id, last] = stored?.split(' ') ?? [];
  const known = id && now - Number(last) < IDLE_MS ? id : undefined;
  const current = known ?? (stored === undefined ? fallback : undefined) ?? newId();
  fallback = current;
  writeSession('visit', `${current} ${now}`);
  return current;
}

/**
 * What one page of a session tells the next, in this tab only: sessionStorage ends with the tab and is never sent.
 * Without storage each page stands alone.
 */
export function readSession(name: string): string | undefined {
  return tabStorage.get(PREFIX + name) ?? undefined;
}

/** Stores a value for the session's next page, or removes it. */
export function writeSession(name: string, value: string | undefined): void {
  if (value === undefined) tabStorage.remove(PREFIX + name);
  else tabStorage.set(PREFIX + name, value);
}
