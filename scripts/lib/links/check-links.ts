import { type MayConnect, mayAskHost } from '../network/public-address.ts';
import type { Answer } from './ask-address.ts';
import type { OutwardLink } from './collect-links.ts';
import { type Clock, type HostGate, hostGate } from './host-gate.ts';
import { isOfHost, isPassing, type Verdict, verdictOf } from './verdict.ts';

export interface CheckedLink extends OutwardLink, Verdict {}

/** How long whom is waited for; all in milliseconds but for numbers of things. */
export interface Patience {
  /** Between two requests to one host. */
  pause: number;
  /** How often an address is asked that gives no lasting answer. */
  tries: number;
  /** Before the second try; four times as long before each further one. A host may ask for more by Retry-After. */
  firstWait: number;
  /** For all that is asked of one host. */
  host: number;
  /** For all hosts. */
  whole: number;
  hostsAtOnce: number;
}

export const PATIENT: Patience = {
  pause: 1000,
  tries: 3,
  firstWait: 5000,
  host: 20 * 60_000,
  whole: 60 * 60_000,
  hostsAtOnce: 8,
};
const MOST_REDIRECTS = 10;

export interface CheckOptions {
  ask(address: string): Promise<Answer>;
  clock: Clock;
  /** Whether an IP address may be asked. */
  mayConnect: MayConnect;
  patience: Patience;
  onChecked?(): void;
}

/** An answer, and how often the address was asked for it; none when the time for its host was over before. */
type Asked = { answer: Answer; times: number } | undefined;

/** So many hosts that none of them answers: the fault is here. */
const MANY_HOSTS = 3;

/**
 * Asks for each address once, several hosts at a time, but each host only for one thing at a time. The order stays.
 * @throws Error when none of several hosts answers.
 */
export async function checkLinks(links: readonly OutwardLink[], options: CheckOptions): Promise<CheckedLink[]> {
  const { patience, onChecked } = options;
  let answered = false;
  const ask = async (address: string): Promise<Answer> => {
    const answer = await options.ask(address);
    answered ||= answer.status > 0;
    return answer;
  };
  const follow = follower({ ...options, ask });
  const checked = new Map<OutwardLink, CheckedLink>();
  const hosts = [...Map.groupBy(links, ({ address, asked = address }) => URL.parse(asked)?.host ?? '').values()];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift())
      for (const link of host) {
        checked.set(link, { ...link, ...(await follow(link.asked ?? link.address)) });
        onChecked?.();
      }
  };
  const all = hosts.length;
  await Promise.all(Array.from({ length: patience.hostsAtOnce }, work));
  if (!answered && all >= MANY_HOSTS && [...checked.values()].some(({ kind }) => kind !== 'unasked'))
    throw new Error(
      `None of ${all} hosts answered, so nothing is known about the links. See to it that this machine reaches the Internet (HTTPS_PROXY names a proxy), then try again.`,
    );
  return links.flatMap((link) => checked.get(link) ?? []);
}

/** Follows an address to where it leads at last. */
function follower({ ask, clock, mayConnect, patience }: CheckOptions): (address: string) => Promise<Verdict> {
  const end = clock.now() + patience.whole;
  const gates = new Map<string, HostGate>();
  const silent = new Map<string, Answer>();
  const answers = new Map<string, Promise<Asked>>();
  const allowed = new Map<string, Promise<boolean>>();

  const gateOf = (host: string): HostGate => once(gates, host, () => hostGate(clock, patience, end));

  async function patiently({ host, href }: URL): Promise<Asked> {
    const gate = gateOf(host);
    for (let times = 1, last: Asked; ; times++) {
      const known = silent.get(host);
      if (known) return { answer: known, times: 1 };
      const answer = await gate.pass(() => ask(href));
      if (!answer) return last;
      if (isOfHost(answer.failure)) silent.set(host, answer);
      last = { answer, times };
      if (!isPassing(answer) || times === patience.tries) return last;
      gate.hold(retryAfter(answer, clock.now()) ?? patience.firstWait * 4 ** (times - 1));
    }
  }

  return async (address) => {
    let url = URL.parse(address);
    if (!url) return { kind: 'broken', found: 'is no address that browsers can read' };
    /** Where the link leads for good: as far as each redirect was a permanent one. */
    let home: string | undefined;
    let isLasting = true;
    for (const seen = new Set<string>(); ; ) {
      const led = seen.size === 0 ? '' : `leads to ${shown(url)}, which `;
      const refused = await refusal(url);
      if (refused !== undefined) return { kind: seen.size === 0 ? 'unasked' : 'unsure', found: led + refused };
      if (seen.has(url.href) || seen.size > MOST_REDIRECTS)
        return { kind: 'unsure', found: 'leads on and on, at least without cookies' };
      seen.add(url.href);
      const href: string = url.href;
      const asked = await once(answers, href, () => patiently(new URL(href)));
      if (!asked) return { kind: 'unsure', found: `${led}was not asked: the time for it was over` };
      const { status, headers } = asked.answer;
      const next: URL | null = isRedirect(status) ? URL.parse(headers.location ?? '', href) : null;
      if (!next || headers.location === undefined) return arrived(verdictOf(asked.answer, asked.times), led, home);
      next.hash = '';
      isLasting &&= status === 301 || status === 308;
      if (isLasting) home = next.href;
      url = next;
    }
  };

  async function refusal(url: URL): Promise<string | undefined> {
    if (!/^https?:$/.test(url.protocol)) return 'is no address of the web';
    if (url.username || url.password) return 'holds a user’s name or password';
    if (!(await once(allowed, url.hostname, () => mayAskHost(url.hostname, mayConnect))))
      return 'is not on the public Internet';
    return undefined;
  }
}

function arrived({ kind, found }: Verdict, led: string, home: string | undefined): Verdict {
  if (kind !== 'fine') return { kind, found: led + found };
  return home === undefined ? { kind, found } : { kind: 'moved', found: `has moved to ${home}` };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Milliseconds that a host asks to wait, in either form of the header; undefined when it asks for none. */
function retryAfter({ headers }: Answer, now: number): number | undefined {
  const written = headers['retry-after']?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function shown({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
