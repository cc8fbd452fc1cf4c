import { redactEvent } from '../../analytics/redact.ts';
import type { CountingSettings } from '../../schemas/counting.ts';
import type { Event, TrackedEvent } from '../../schemas/events.ts';
import { clearQueue, enqueue } from './event-queue.ts';
import { browserOptsOut, visitorOptedOut } from './opt-out.ts';
import { newId, sessionId } from './session.ts';
import { eventTypes } from './track.ts';
import { trackArticle, trackContact, trackSearches } from './trackers.ts';

/** Queues each event at once, so that leaving the page loses none, and wakes the transport. */
function startSending(settings: CountingSettings): void {
  const transport = import('./transport.ts').then(({ startTransport }) => startTransport(settings));
  // A page whose transport did not load leaves its events to the next page.
  transport.catch(() => {});
  const keep = (tracked: TrackedEvent): void => {
    if (visitorOptedOut()) {
      clearQueue();
      return;
    }
    enqueue(toEvent(redactEvent(tracked, settings.includeQueries)));
    void transport.then(
      (wake) => wake(),
      () => {},
    );
  };
  for (const type of eventTypes)
    document.addEventListener(`signpost:${type}`, (event) => keep((event as CustomEvent<TrackedEvent>).detail));
}

function toEvent(tracked: TrackedEvent): Event {
  return {
    v: 1,
    id: newId(),
    visit: sessionId(),
    at: new Date().toISOString(),
    locale: document.documentElement.lang.toLowerCase(),
    surface: parent === window ? 'site' : 'widget',
    ...tracked,
  };
}

trackSearches();
const settings = document.body.dataset.counting;
if (settings) {
  if (browserOptsOut() || visitorOptedOut()) clearQueue();
  else startSending(JSON.parse(settings) as CountingSettings);
}
trackArticle();
trackContact();
