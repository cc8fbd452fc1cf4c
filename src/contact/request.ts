import type { Endpoint } from '../schemas/endpoint.ts';
import type { Message } from './message.ts';
import { freshdesk } from './templates/freshdesk.ts';
import type { Success, Template } from './templates/template.ts';
import { webhook } from './templates/webhook.ts';
import { zammad } from './templates/zammad.ts';
import { zendesk } from './templates/zendesk.ts';

const templates: Record<Endpoint['template'], Template> = { webhook, zendesk, freshdesk, zammad };

/** Bytes of a request that a browser goes on sending when its page is left; browsers allow 64 kB for all of them. */
const KEEPALIVE_BYTES = 60_000;

/** One message as an HTTP request, the same for every attempt. */
export interface MessageRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Whether a request whose answer was lost may be made again without making a second ticket. */
  repeatable: boolean;
  /** How long to wait for an answer, in milliseconds. */
  timeout: number;
  /** Whether it may go on when the page is left. */
  keepalive: boolean;
  /** Whether an answer of success proves that the message was taken. @throws Error when it was cut off. */
  isTaken(answer: Success): Promise<boolean>;
}

/** The request that brings a message to the owner's endpoint. */
export function messageRequest(message: Message, endpoint: Endpoint): MessageRequest {
  const template = templates[endpoint.template];
  const repeatable = endpoint.idempotent ?? template.idempotent;
  const body = JSON.stringify(template.body(message, endpoint));
  return {
    url: endpoint.url,
    // A receiver that does not know the key may not allow its header from another origin either.
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(repeatable && { 'Idempotency-Key': message.key }),
    },
    body,
    repeatable,
    timeout: endpoint.timeoutSeconds * 1000,
    keepalive: new TextEncoder().encode(body).length <= KEEPALIVE_BYTES,
    isTaken: (answer) => template.isTaken(answer, message),
  };
}
