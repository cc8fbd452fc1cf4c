import type { Outgoing } from './request.ts';

/** Why a message did not arrive for certain. */
export type Failure =
  /** No connection was made. */
  | 'offline'
  /** The request left and no answer came: the message may have arrived. */
  | 'lost'
  /** The server had a fault of its own. */
  | 'server'
  /** Too many messages for the server now. */
  | 'busy'
  /** The server understood and said no: trying again is pointless. */
  | 'refused';

export type Sent = { sent: true } | { sent: false; why: Failure; status?: number };

/** What sending needs of its surroundings. */
export interface Post {
  /** Makes the request once. @throws Error when no answer came; `timedOut` when that was our own limit. */
  (request: Outgoing): Promise<{ status: number; retryAfter: number | undefined }>;
}

export interface Surroundings {
  post: Post;
  online(): boolean;
  wait(milliseconds: number): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** A server that asks for more patience than this (ms) is one that the customer is told about. */
const LONGEST_WAIT = 20_000;

/**
 * Sends a message, trying again after faults that pass, with waits that double and are spread by
 * chance (“full jitter”), or as the server's Retry-After asks. A request that may have arrived is
 * repeated only if the receiver drops duplicates.
 */
export async function send(request: Outgoing, around: Surroundings): Promise<Sent> {
  let failure: Sent = { sent: false, why: 'offline' };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await once(request, around);
    if (outcome.sent) return outcome;
    failure = outcome;
    const asked = outcome.retryAfter ?? 0;
    if (!mayRepeat(outcome.why, request) || asked > LONGEST_WAIT || attempt === ATTEMPTS - 1) break;
    await around.wait(Math.max(asked, FIRST_WAIT * 2 ** attempt * (0.5 + around.random() / 2)));
  }
  const { why, status } = failure as Extract<Sent, { sent: false }>;
  return { sent: false, why, ...(status !== undefined && { status }) };
}

async function once(request: Outgoing, { post, online }: Surroundings): Promise<{ sent: true } | { sent: false; why: Failure; status?: number; retryAfter?: number | undefined }> {
  if (!online()) return { sent: false, why: 'offline' };
  try {
    const { status, retryAfter } = await post(request);
    if (status >= 200 && status < 300) return { sent: true };
    // Already received under this key.
    if (status === 409 && request.repeatable) return { sent: true };
    if (status === 429) return { sent: false, why: 'busy', status, retryAfter };
    if (status === 408 || status >= 500) return { sent: false, why: 'server', status, retryAfter };
    return { sent: false, why: 'refused', status };
  } catch {
    return { sent: false, why: online() ? 'lost' : 'offline' };
  }
}

/** 429 says that nothing was done; whatever else fails may have been done. */
function mayRepeat(why: Failure, { repeatable }: Outgoing): boolean {
  return why === 'busy' || (repeatable && (why === 'server' || why === 'lost'));
}
