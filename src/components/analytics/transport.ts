import { type EventRequest, eventRequest, REQUEST_TYPE } from '../../analytics/request.ts';
import type { CountingSettings } from '../../schemas/counting.ts';
import type { Event } from '../../schemas/events.ts';
import { dequeue, queued } from './event-queue.ts';

/** Events wait this long for company (ms). */
const GATHER = 4000;
/** A request carries at most so many events and characters; browsers limit what may outlive a page to 64 KiB. */
const MOST_EVENTS = 50;
const MOST_CHARACTERS = 40_000;
/** After a failure the next try waits this long, then twice as long, up to the longest (ms). */
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 10 * 60_000;

/**
 * Sends what is queued and removes only what the endpoint has acknowledged. What is handed to the browser
 * while the page is being left cannot be acknowledged; it is sent again from the next page, and its id keeps the
 * endpoint from counting it twice.
 * @returns a function to call after something was queued.
 */
export function startTransport(settings: CountingSettings): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = 0;

  const wake = (wait = Math.max(GATHER, pause)): void => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void alone(send);
    }, wait);
  };

  const send = async (): Promise<void> => {
    const events = batch(queued());
    if (events.length === 0) return;
    const delivered = await post(eventRequest(settings, events));
    if (delivered) dequeue(events.map(({ id }) => id));
    pause = delivered ? 0 : Math.min(LONGEST_PAUSE, pause * 2 || FIRST_PAUSE);
    if (queued().length > 0) wake();
  };

  addEventListener('online', () => {
    pause = 0;
    wake(0);
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave(settings);
  });
  wake();
  return () => wake();
}

/** Hands the events to the browser, which delivers them after the page is gone. */
function leave(settings: CountingSettings): void {
  const events = batch(queued());
  if (events.length === 0 || !navigator.onLine) return;
  const { url, body } = eventRequest(settings, events);
  navigator.sendBeacon?.(url, new Blob([body], { type: REQUEST_TYPE }));
}

/** True when these events need not be sent again: they were taken, or will never be. */
async function post({ url, body }: EventRequest): Promise<boolean> {
  try {
    const headers = { 'Content-Type': REQUEST_TYPE };
    const { ok, status } = await fetch(url, {
      method: 'POST',
      body,
      headers,
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'origin',
    });
    return ok || (status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status));
  } catch {
    return false;
  }
}

/** Of several open pages one sends at a time. */
async function alone(task: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return task();
  await navigator.locks.request('signpost:outbox', task);
}

function batch(events: Event[]): Event[] {
  let characters = 0;
  return events
    .slice(0, MOST_EVENTS)
    .filter((event) => (characters += JSON.stringify(event).length) <= MOST_CHARACTERS);
}
