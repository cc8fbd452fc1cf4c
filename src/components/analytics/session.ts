import { readNote, writeNote } from './session-store.ts';

/** A visit ends when nothing happens for half an hour. */
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

/** The id of this tab's visit; a new one after a pause. */
export function visitId(now = Date.now()): string {
  const [id, last] = readNote('visit')?.split(' ') ?? [];
  const known = id && now - Number(last) < IDLE_MS ? id : undefined;
  const visit = known ?? (readNote('visit') === undefined ? fallback : undefined) ?? newId();
  fallback = visit;
  writeNote('visit', `${visit} ${now}`);
  return visit;
}
