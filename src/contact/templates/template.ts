import type { Endpoint } from '../../schemas/endpoint.ts';
import type { Message } from '../message.ts';

/** How a kind of receiver wants a message. */
export interface Template {
  /** Whether the receiver is known to drop a second request with the same Idempotency-Key. */
  idempotent: boolean;
  /** The JSON to send. */
  body(message: Message, endpoint: Endpoint): unknown;
  /**
   * Whether an answer of success proves that this message was taken. A host's fallback page and a redirect that turned
   * the request into a GET are answered with 200, too.
   */
  isTaken(answer: Success, message: Message): Promise<boolean>;
}

/** An answer with a status from 200 to 299. */
export interface Success {
  /** Whether it came after a redirect, of which nobody can see whether it kept the method. */
  redirected: boolean;
  /** Its media type as it was sent; '' without one. */
  type: string;
  /** Its body as JSON. @throws Error when it is none, or was cut off. */
  json(): Promise<unknown>;
}

/** The value below these names; undefined where the answer isn't built like that. */
export async function valueIn(answer: Success, ...names: string[]): Promise<unknown> {
  let value = await answer.json().catch((error: unknown) => {
    // Cut off: nobody knows. What is no JSON is no answer of the receiver's.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
