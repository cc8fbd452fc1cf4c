import type { Message } from '../../../contact/message.ts';
import { send, type Sent, type Surroundings } from '../../../contact/send.ts';
import { outgoing, type Outgoing } from '../../../contact/request.ts';
import type { Endpoint } from '../../../schemas/endpoint.ts';

/** Requests up to this size (bytes) go on when the page is left; browsers allow 64 kB. */
const SURVIVES = 60_000;

/** Sends a message to the owner's endpoint from this browser; two tabs never send at once. */
export async function deliver(message: Message, endpoint: Endpoint): Promise<Sent> {
  const go = () => send(outgoing(message, endpoint), browser);
  return navigator.locks ? navigator.locks.request('signpost:send', go) : go();
}

const browser: Surroundings = {
  post,
  online: () => navigator.onLine,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

async function post({ url, headers, body, timeout }: Outgoing): Promise<{ status: number; retryAfter: number | undefined }> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    credentials: 'omit',
    redirect: 'follow',
    keepalive: new Blob([body]).size <= SURVIVES,
    signal: AbortSignal.timeout(timeout),
  });
  return { status: response.status, retryAfter: retryAfter(response.headers.get('Retry-After')) };
}

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
