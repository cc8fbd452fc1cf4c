import type { Answer } from './ask-address.ts';

/** What became of a link: visitors find nothing, it leads elsewhere for good, a person has to look, nobody asked, all is well. */
export const KINDS = ['broken', 'moved', 'unsure', 'unasked', 'fine'] as const;

export interface Verdict {
  kind: (typeof KINDS)[number];
  /** What was found, as the end of a sentence that begins with the address. */
  found: string;
}

/** Answers that may be others in a moment. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Where hosts turn away programs that ask, or ask for a password: what visitors see is not known. */
const UNSURE: Readonly<Record<number, string>> = {
  401: 'asks for a password',
  403: 'lets no program in',
  405: 'answers no program',
  406: 'answers no program',
  407: 'asks for a password',
  408: 'took too long',
  425: 'asks to be asked later',
  429: 'asks to be asked less often',
  451: 'shows this page in some countries only',
  503: 'is not available at the moment',
};
const BROKEN: Readonly<Record<number, string>> = {
  404: 'has no such page',
  410: 'has removed the page for good',
};

/** Failures that visitors meet, too; with any other, the network between may be at fault. */
const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is on a host that does not exist',
  ECONNREFUSED: 'is on a host that lets nobody connect',
  CERT_HAS_EXPIRED: 'has a certificate that has expired, so browsers warn of it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has the certificate of another host, so browsers warn of it',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for, so browsers warn of it',
};

/** Whether to ask again after a while. */
export function isPassing({ status, failure }: Answer): boolean {
  return status === 0 ? !isOfHost(failure) : PASSING.has(status);
}

/** Whether a failure is that of the host, whatever is asked of it. */
export function isOfHost(failure: string | undefined): boolean {
  return failure !== undefined && Object.hasOwn(FAILURES, failure);
}

/** What an answer says about a link, when it is no redirect. */
export function verdictOf({ status, failure = 'unknown' }: Answer, times: number): Verdict {
  const again = times > 1 ? `, asked ${times} times` : '';
  if (status === 0) {
    const known = isOfHost(failure) ? FAILURES[failure] : undefined;
    if (known !== undefined) return { kind: 'broken', found: known };
    return {
      kind: 'unsure',
      found: `${failure === 'timeout' ? 'did not answer in time' : `could not be reached (${failure})`}${again}`,
    };
  }
  if (status >= 200 && status < 300) return { kind: 'fine', found: '' };
  const unsure =
    status < 200 || (status >= 300 && status < 400) || status >= 600 ? 'gives an answer that is none' : UNSURE[status];
  if (unsure !== undefined) return { kind: 'unsure', found: `${unsure} (${status})${again}` };
  return { kind: 'broken', found: `${BROKEN[status] ?? 'answers with an error'} (${status})${again}` };
}
