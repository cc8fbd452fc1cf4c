import type { Event } from '../../schemas/events.ts';
import { browserStorage } from '../guarded-storage.ts';

const PREFIX = 'signpost:event:';
/** Events older than this are dropped: collectors know duplicates of three days. */
const KEPT_MS = 48 * 60 * 60_000;
/** More than so many unsent events mean that the endpoint is gone; the oldest give way. */
const MOST = 500;

/**
 * Events not yet acknowledged, each under its own key of localStorage, so that pages open at the same time never
 * overwrite each other's. Where there is no storage they live as long as the page.
 */
const memory = new Map<string, string>();

export function enqueue(event: Event): void {
  const text = JSON.stringify(event);
  if (!browserStorage.set(PREFIX + event.id, text)) memory.set(event.id, text);
}

export function dequeue(ids: string[]): void {
  for (const id of ids) {
    memory.delete(id);
    browserStorage.remove(PREFIX + id);
  }
}

/** Everything unsent, oldest first. */
export function queued(now = Date.now()): Event[] {
  const stored = browserStorage
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => browserStorage.get(key) ?? '');
  const events = [...memory.values(), ...stored].flatMap(read).sort((a, b) => a.at.localeCompare(b.at));
  const due = events.filter(({ at }) => now - Date.parse(at) < KEPT_MS).slice(-MOST);
  const kept = new Set(due.map(({ id }) => id));
  dequeue(events.map(({ id }) => id).filter((id) => !kept.has(id)));
  return due;
}

/** Forgets what is unsent, for a visitor who has opted out. */
export function clearQueue(): void {
  dequeue(queued().map(({ id }) => id));
}

function read(text: string): Event[] {
  try {
    return [JSON.parse(text) as Event];
  } catch {
    return [];
  }
}
