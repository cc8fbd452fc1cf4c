import type { MessageRequest } from './request.ts';
import type { Success } from './templates/template.ts';

/** Why a message did not arrive for certain. */
type FailureReason =
  /** No connection was made. */
  | 'offline'
  /** The request left and no answer came: the message may have arrived. */
  | 'lost'
  /** The server had a fault of its own. */
  | 'server'
  /** Too many messages for the server now. */
  | 'busy'
  /** The server said no, or what it said doesn't show that it took the message: trying again is pointless. */
  | 'refused';

export type SendResult = { sent: true } | { sent: false; reason: FailureReason; status?: number };

/** The parts of a server's answer that decide what to do next. */
export interface Answer extends Success {
  status: number;
  /** The header Retry-After as it was sent; null without one. */
  retryAfter: string | null;
}

/** What sending needs of the browser. */
export interface SendEnvironment {
  /** Makes the request once. @throws Error when no answer came, within the request's timeout or at all. */
  post(request: MessageRequest): Promise<Answer>;
  online(): boolean;
  wait(milliseconds: number): Promise<void>;
  /** 0 to 1. */
  random(): number;
  /** Milliseconds since 1970. */
  now(): number;
}

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** When a server asks for a longer wait than this (ms), the customer is told instead. */
const LONGEST_WAIT = 20_000;

/**
 * Sends a message, trying again after faults that pass, with waits that double and of which half is left to
 * chance (“equal jitter”), or as the server's Retry-After asks. A request that may have arrived is repeated only
 * if the receiver drops duplicates.
 */
export async function send(request: MessageRequest, environment: SendEnvironment): Promise<SendResult> {
  for (let attempt = 1; ; attempt += 1) {
    const { result, retryAfter = 0 } = await once(request, environment);
    if (result.sent || attempt === ATTEMPTS || retryAfter > LONGEST_WAIT || !mayRepeat(result.reason, request))
      return result;
    const backoff = FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + environment.random() / 2);
    await environment.wait(Math.max(retryAfter, backoff));
  }
}

async function once(
  request: MessageRequest,
  { post, online, now }: SendEnvironment,
): Promise<{ result: SendResult; retryAfter?: number | undefined }> {
  if (!online()) return { result: { sent: false, reason: 'offline' } };
  try {
    const answer = await post(request);
    return { result: await resultOf(answer, request), retryAfter: parseRetryAfter(answer.retryAfter, now()) };
  } catch {
    return { result: { sent: false, reason: online() ? 'lost' : 'offline' } };
  }
}

async function resultOf(answer: Answer, { repeatable, isTaken }: MessageRequest): Promise<SendResult> {
  const { status } = answer;
  if (status >= 200 && status < 300 && (await isTaken(answer))) return { sent: true };
  // Already received under this key.
  if (status === 409 && repeatable) return { sent: true };
  if (status === 429) return { sent: false, reason: 'busy', status };
  if (status === 408 || status >= 500) return { sent: false, reason: 'server', status };
  return { sent: false, reason: 'refused', status };
}

/** 429 says that nothing was done; whatever else fails may have been done. */
function mayRepeat(reason: FailureReason, { repeatable }: MessageRequest): boolean {
  return reason === 'busy' || (repeatable && (reason === 'server' || reason === 'lost'));
}

/**
 * The wait that a Retry-After header asks for, in milliseconds from `now`: it holds seconds or a date
 * (RFC 9110, 10.2.3). Undefined without one that can be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
