import type { Message } from '../../../contact/message.ts';
import { type MessageRequest, messageRequest } from '../../../contact/request.ts';
import { type Answer, type SendEnvironment, type SendResult, send } from '../../../contact/send.ts';
import { hasArrived } from '../../../contact/submission.ts';
import type { Endpoint } from '../../../schemas/endpoint.ts';
import type { DraftStore } from './draft-store.ts';

/**
 * Sends a message to the owner's endpoint from this browser. Two tabs never send at once, and what another tab has sent
 * meanwhile is not sent again.
 * @param leaving Is told the key, before anything leaves.
 */
export async function deliver(
  message: Message,
  endpoint: Endpoint,
  store: DraftStore,
  leaving: (key: string) => void,
): Promise<SendResult> {
  const go = async (): Promise<SendResult> => {
    const sent = store.sent();
    if (hasArrived(message, sent, Date.now())) return { sent: true };
    // The draft was sent under this key with another text: a receiver would drop this one.
    const own = sent.some(({ key }) => key === message.key) ? { ...message, key: newKey() } : message;
    leaving(own.key);
    const result = await send(messageRequest(own, endpoint), browser);
    if (result.sent) store.noteSent(own);
    return result;
  };
  return navigator.locks ? navigator.locks.request('signpost:send', go) : go();
}

/** `crypto.randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const browser: SendEnvironment = {
  post,
  online: () => navigator.onLine,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
  now: () => Date.now(),
};

async function post({ url, headers, body, timeout, keepalive }: MessageRequest): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    credentials: 'omit',
    redirect: 'follow',
    keepalive,
    signal: AbortSignal.timeout(timeout),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    redirected: response.redirected,
    type: response.headers.get('Content-Type') ?? '',
    json: () => response.json(),
  };
}
