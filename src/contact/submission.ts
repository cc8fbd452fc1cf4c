import type { Draft } from './draft.ts';
import { type FieldErrors, fingerprint, type Message, validate } from './message.ts';

/** So many messages are sent from one browser … */
const MOST = 5;
/** … in so long (ms): ten minutes. */
const WINDOW = 10 * 60 * 1000;

/** What a draft becomes when Send is pressed. `history` is what the visitor searched for and read, unless they edited it. */
export function toMessage(
  draft: Draft,
  { locale, history, newKey }: { locale: string; history: string; newKey: () => string },
): Message {
  return {
    subject: draft.subject,
    body: draft.body,
    email: draft.email.trim(),
    name: draft.name,
    phone: draft.callback ? draft.phone : '',
    history: draft.attach ? (draft.history ?? history) : '',
    locale,
    key: draft.key ?? newKey(),
  };
}

/** A message about to be sent, and what the browser knows of earlier ones. */
export interface Submission {
  message: Message;
  /** Whether the customer asks to be called back. */
  callback: boolean;
  /** What stands in the field that people do not see: programs fill every field. */
  honeypot: string;
  /** Whether the site has an endpoint; without one the visitor's mail program sends. */
  hasEndpoint: boolean;
  /** When this browser sent its latest messages, in ms. */
  sentTimes: number[];
}

/** A message that arrived, as this browser remembers it. */
export interface SentMessage {
  key: string;
  /** Its fingerprint. */
  text: string;
  /** When, in ms. */
  at: number;
}

export type NextStep =
  /** The customer mends fields. */
  | { step: 'correct'; errors: FieldErrors }
  /** The field that people do not see was filled: by a program, or by the customer's own password manager. */
  | { step: 'confirm' }
  | { step: 'mail' }
  /** Too many messages in too short a time. */
  | { step: 'limited' }
  | { step: 'send' };

/** What to do with a message, decided before anything leaves the page. */
export function nextStep({ message, callback, honeypot, hasEndpoint, sentTimes }: Submission, now: number): NextStep {
  const errors = validate(message, { email: hasEndpoint, phone: callback });
  if (Object.keys(errors).length > 0) return { step: 'correct', errors };
  if (honeypot) return { step: 'confirm' };
  if (!hasEndpoint) return { step: 'mail' };
  return { step: waitBeforeNext(sentTimes, now) > 0 ? 'limited' : 'send' };
}

/** Whether this message has arrived before: the same text under the same key, or a little while ago. */
export function hasArrived(message: Message, sent: readonly SentMessage[], now: number): boolean {
  const text = fingerprint(message);
  return sent.some((one) => one.text === text && (one.key === message.key || Math.abs(now - one.at) < WINDOW));
}

/** How long (ms) to wait before another message may be sent; 0 when it may be sent now. */
export function waitBeforeNext(times: number[], now: number): number {
  const oldest = recentTimes(times, now).at(-MOST);
  return oldest === undefined ? 0 : oldest + WINDOW - now;
}

/** The times of the messages that the rate limit still counts. */
export function recentTimes(times: number[], now: number): number[] {
  return times.filter((time) => now - time < WINDOW && time <= now);
}
