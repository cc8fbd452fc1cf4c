import type { Message } from '../../../contact/message.ts';
import { type MessageRequest, messageRequest } from '../../../contact/request.ts';
import { type Answer, type SendEnvironment, type SendResult, send } from '../../../contact/send.ts';
import type { Endpoint } from '../../../schemas/endpoint.ts';

/** Sends a message to the owner's endpoint from this browser; two tabs never send at once. */
export async function deliver(message: Message, endpoint: Endpoint): Promise<SendResult> {
  const go = () => send(messageRequest(message, endpoint), browser);
  return navigator.locks ? navigator.locks.request('signpost:send', go) : go();
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
  return { status: response.status, retryAfter: response.headers.get('Retry-After') };
}
