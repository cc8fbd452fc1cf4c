import type { Endpoint } from '../schemas/endpoint.ts';
import type { Message } from './message.ts';
import { freshdesk } from './templates/freshdesk.ts';
import type { Template } from './templates/template.ts';
import { webhook } from './templates/webhook.ts';
import { zammad } from './templates/zammad.ts';
import { zendesk } from './templates/zendesk.ts';

const templates: Record<Endpoint['template'], Template> = { webhook, zendesk, freshdesk, zammad };

/** One message as an HTTP request, the same for every attempt. */
export interface Outgoing {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Whether a request whose answer was lost may be made again without making a second ticket. */
  repeatable: boolean;
  /** How long to wait for an answer, in milliseconds. */
  timeout: number;
}

/** The request that brings a message to the owner's endpoint. */
export function outgoing(message: Message, endpoint: Endpoint): Outgoing {
  const template = templates[endpoint.template];
  const repeatable = endpoint.idempotent ?? template.honoursKey;
  return {
    url: endpoint.url,
    // A receiver that does not know the key may not allow its header from another origin either.
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(repeatable && { 'Idempotency-Key': message.key }) },
    body: JSON.stringify(template.body(message, endpoint)),
    repeatable,
    timeout: endpoint.timeoutSeconds * 1000,
  };
}
