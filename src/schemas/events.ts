import { z } from 'zod';
import { answeredEvent } from './events/answered.ts';
import { contactAbandonedEvent, contactSentEvent, contactStartedEvent } from './events/contact.ts';
import { notHelpfulEvent } from './events/not-helpful.ts';
import { openEvent } from './events/open.ts';
import { searchEvent } from './events/search.ts';

/** One thing that happened, as it is sent, kept and read. Flat, so that each field is a column elsewhere. */
export const eventSchema = z.discriminatedUnion('type', [
  searchEvent,
  openEvent,
  answeredEvent,
  notHelpfulEvent,
  contactStartedEvent,
  contactSentEvent,
  contactAbandonedEvent,
]);

export type Event = z.infer<typeof eventSchema>;
export type EventType = Event['type'];

type Envelope = 'v' | 'id' | 'visit' | 'at' | 'locale' | 'surface';
type WithoutEnvelope<E> = E extends Event ? Omit<E, Envelope> : never;

/** What the pages announce as DOM events `signpost:<type>`: an event without what the sender adds. */
export type Happening = WithoutEnvelope<Event>;
