import type { CountingSettings } from '../../schemas/counting.ts';
import type { Event, Happening } from '../../schemas/events.ts';
import { redact } from '../../analytics/redact.ts';
import { browserObjects, visitorObjects } from './opt-out.ts';
import { eventTypes } from './track.ts';
import { emptyOutbox, putIntoOutbox } from './event-queue.ts';
import { newId, visitId } from './session.ts';
import { watchArticle } from './watch-article.ts';
import { watchContact } from './watch-contact.ts';
import './trackers.ts';

/** Stores each event at once, so that leaving the page loses none, and wakes the sender. */
function startCounting(settings: CountingSettings): void {
  const sender = import('./transport.ts').then(({ startSender }) => startSender(settings));
  // A page whose sender did not load leaves its events to the next page.
  sender.catch(() => {});
  const keep = (happening: Happening): void => {
    if (visitorObjects()) return emptyOutbox();
    putIntoOutbox(toEvent(happening, settings.includeQueries));
    void sender.then((wake) => wake(), () => {});
  };
  for (const type of eventTypes) document.addEventListener(`signpost:${type}`, (event) => keep((event as CustomEvent<Happening>).detail));
}

function toEvent(happening: Happening, includeQueries: boolean): Event {
  const told = happening.type === 'search' ? withQuery(happening, includeQueries) : happening;
  return {
    v: 1,
    id: newId(),
    visit: visitId(),
    at: new Date().toISOString(),
    locale: document.documentElement.lang.toLowerCase(),
    surface: parent === window ? 'site' : 'widget',
    ...told,
  };
}

function withQuery({ query = '', ...rest }: Extract<Happening, { type: 'search' }>, include: boolean): Happening {
  const words = include ? redact(query) : '';
  return words ? { ...rest, query: words } : rest;
}

const written = document.body.dataset['counting'];
if (written) {
  if (browserObjects() || visitorObjects()) emptyOutbox();
  else startCounting(JSON.parse(written) as CountingSettings);
}
watchArticle();
watchContact();
