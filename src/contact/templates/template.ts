import type { Endpoint } from '../../schemas/endpoint.ts';
import type { Message } from '../message.ts';

/** How a kind of receiver wants a message. */
export interface Template {
  /** Whether the receiver is known to drop a second request with the same Idempotency-Key. */
  idempotent: boolean;
  /** The JSON to send. */
  body(message: Message, endpoint: Endpoint): unknown;
}
