import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/contact/message.ts';
import { type MessageRequest, messageRequest } from '../../../src/contact/request.ts';
import { type Answer, parseRetryAfter, type SendEnvironment, send } from '../../../src/contact/send.ts';
import { endpointSchema } from '../../../src/schemas/endpoint.ts';
import { type Behaviour, type Desk, startDesk } from '../../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const message: Message = {
  subject: '',
  body: 'Help',
  email: 'a@b.example',
  name: '',
  phone: '',
  history: '',
  locale: 'en',
  key: 'key',
};
const waits: number[] = [];
const environment: SendEnvironment = {
  post: async ({ url, headers, body, timeout }: MessageRequest) => {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeout) });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      redirected: response.redirected,
      type: response.headers.get('Content-Type') ?? '',
      json: async () => JSON.parse(text) as unknown,
    };
  },
  online: () => true,
  wait: async (milliseconds) => {
    waits.push(milliseconds);
  },
  random: () => 1,
  now: () => 0,
};

function sendThrough(behaviours: Behaviour[], fields: object = {}, key = crypto.randomUUID()) {
  waits.length = 0;
  desk.behave(...behaviours);
  // Short where it has to pass; a busy machine may take as long to answer at all.
  const timeoutSeconds = behaviours.includes('hang') ? 0.5 : 10;
  const endpoint = { ...endpointSchema.parse({ url: desk.url, ...fields }), timeoutSeconds };
  return send(messageRequest({ ...message, key }, endpoint), environment);
}

describe('sending a message', () => {
  it('ends when the server has taken it', async () => {
    expect(await sendThrough(['take'])).toEqual({ sent: true });
    expect(waits).toEqual([]);
  });

  for (const fault of ['fail', 'unavailable', 'hang', 'drop', 'drop-after-taking', 'fail-after-taking'] as const) {
    it(`tries again after the fault “${fault}” and makes one ticket`, async () => {
      const before = desk.tickets();
      expect(await sendThrough([fault, 'take'])).toEqual({ sent: true });
      expect(desk.tickets() - before).toBe(1);
      expect(waits).toEqual([1000]);
    });
  }

  it('waits as long as a busy server asks, and doubles its own waits', async () => {
    expect(await sendThrough(['busy', 'fail', 'fail', 'take'])).toEqual({ sent: true });
    expect(waits).toEqual([3000, 2000, 4000]);
  });

  it('gives up after four attempts and says why', async () => {
    expect(await sendThrough(['fail', 'fail', 'fail', 'fail', 'take'])).toEqual({
      sent: false,
      reason: 'server',
      status: 500,
    });
    expect(await sendThrough(['drop', 'drop', 'drop', 'drop'])).toEqual({ sent: false, reason: 'lost' });
  });

  it('does not take a host’s fallback page for a receiver', async () => {
    const before = desk.tickets();
    expect(await sendThrough(['fallback-page', 'take'])).toEqual({ sent: false, reason: 'refused', status: 200 });
    expect(desk.tickets()).toBe(before);
  });

  it('believes an answer behind a redirect only when it shows that the method was kept', async () => {
    const before = desk.tickets();
    expect(await sendThrough(['move', 'take'])).toEqual({ sent: false, reason: 'refused', status: 200 });
    expect(desk.tickets()).toBe(before);
    expect(await sendThrough(['move-with-method', 'take'])).toEqual({ sent: true });
    expect(desk.tickets()).toBe(before + 1);
  });

  it('does not repeat what the server refused', async () => {
    expect(await sendThrough(['refuse', 'take'])).toEqual({ sent: false, reason: 'refused', status: 422 });
    expect(waits).toEqual([]);
  });

  it('does not repeat a request that may have arrived when the receiver would make a second ticket', async () => {
    const before = desk.tickets();
    expect(await sendThrough(['drop-after-taking', 'take'], { template: 'zammad' })).toEqual({
      sent: false,
      reason: 'lost',
    });
    expect(desk.tickets() - before).toBe(1);
  });

  it('says that there is no connection without trying', async () => {
    expect(
      await send(messageRequest(message, endpointSchema.parse({ url: desk.url })), {
        ...environment,
        online: () => false,
      }),
    ).toEqual({ sent: false, reason: 'offline' });
  });

  it('makes one ticket whatever 200 rows of faults do, however often the customer presses again', async () => {
    const fault = fc.constantFrom<Behaviour>(
      'fail',
      'unavailable',
      'busy',
      'drop',
      'drop-after-taking',
      'fail-after-taking',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), async (faults) => {
        const key = crypto.randomUUID();
        const before = desk.tickets();
        desk.behave(...faults);
        let sent = false;
        for (let press = 0; press < 3 && !sent; press += 1) {
          const endpoint = endpointSchema.parse({ url: desk.url });
          sent = (await send(messageRequest({ ...message, key }, endpoint), environment)).sent;
        }
        expect(sent).toBe(true);
        expect(desk.tickets() - before).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

/** Sends through a server that gives these answers in order, the last one for ever; an Error is no answer. */
async function sendTo(
  answers: (number | [status: number, retryAfter: string] | Error)[],
  { repeatable = true, random = 1, online = (): boolean => true } = {},
) {
  const request: MessageRequest = {
    url: '/api',
    headers: {},
    body: '{}',
    repeatable,
    timeout: 1000,
    keepalive: true,
    isTaken: () => Promise.resolve(true),
  };
  const posted: MessageRequest[] = [];
  const slept: number[] = [];
  const result = await send(request, {
    post: (one): Promise<Answer> => {
      const answer = answers[Math.min(posted.length, answers.length - 1)]!;
      posted.push(one);
      if (answer instanceof Error) return Promise.reject(answer);
      const [status, retryAfter = null] = typeof answer === 'number' ? [answer] : answer;
      return Promise.resolve({ status, retryAfter, redirected: false, type: '', json: () => Promise.resolve({}) });
    },
    online,
    wait: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
    random: () => random,
    now: () => Date.UTC(2026, 5, 1),
  });
  return { result, posted, attempts: posted.length, slept, request };
}

describe('the waits between attempts', () => {
  it.each([
    ['all of it', 1, [1000, 2000, 4000]],
    ['half of it', 0.5, [750, 1500, 3000]],
    ['none of it', 0, [500, 1000, 2000]],
  ])(
    'are 1, 2 and 4 seconds, of which chance takes half, gives back %s, and are three',
    async (_, random, expected) => {
      const { slept, attempts } = await sendTo([500], { random });
      expect(slept).toEqual(expected);
      expect(attempts).toBe(4);
    },
  );

  it('are as long as the server asks when that is longer than our own', async () => {
    expect((await sendTo([[429, '1.5'], 200])).slept).toEqual([1500]);
    expect((await sendTo([[503, '3'], 200])).slept).toEqual([3000]);
    expect((await sendTo([[429, '0'], 200])).slept).toEqual([1000]);
    expect((await sendTo([429, 200])).slept).toEqual([1000]);
  });

  it('follow a Retry-After that is a date', async () => {
    expect((await sendTo([[429, 'Mon, 01 Jun 2026 00:00:07 GMT'], 200])).slept).toEqual([7000]);
    expect((await sendTo([[429, 'Sun, 31 May 2026 23:00:00 GMT'], 200])).slept).toEqual([1000]);
  });

  it('are never longer than 20 seconds: a longer Retry-After is reported at once', async () => {
    expect(await sendTo([[429, '20'], 200])).toMatchObject({ result: { sent: true }, slept: [20_000] });
    expect(await sendTo([[429, '20.001'], 200])).toMatchObject({
      result: { sent: false, reason: 'busy', status: 429 },
      slept: [],
      attempts: 1,
    });
    expect(await sendTo([[503, 'Mon, 01 Jun 2026 00:00:21 GMT'], 200])).toMatchObject({
      result: { sent: false, reason: 'server', status: 503 },
      attempts: 1,
    });
  });
});

describe('the status of an answer', () => {
  it.each([200, 201, 202, 204, 299])('%i means that the message is safe', async (status) => {
    expect(await sendTo([status])).toMatchObject({ result: { sent: true }, attempts: 1 });
    expect((await sendTo([status], { repeatable: false })).result).toEqual({ sent: true });
  });

  it('409 means that it arrived before, where the receiver knows keys', async () => {
    expect(await sendTo([409])).toMatchObject({ result: { sent: true }, attempts: 1 });
    expect((await sendTo([500, 409])).result).toEqual({ sent: true });
  });

  it.each([408, 500, 501, 502, 503, 504, 599])(
    '%i is tried again where the receiver drops duplicates, and told where it does not',
    async (status) => {
      expect(await sendTo([status, 200])).toMatchObject({ result: { sent: true }, attempts: 2 });
      expect(await sendTo([status, 200], { repeatable: false })).toMatchObject({
        result: { sent: false, reason: 'server', status },
        attempts: 1,
        slept: [],
      });
      expect((await sendTo([status])).result).toEqual({ sent: false, reason: 'server', status });
    },
  );

  it('429 is tried again whatever the receiver does with duplicates', async () => {
    expect(await sendTo([429, 200], { repeatable: false })).toMatchObject({ result: { sent: true }, attempts: 2 });
    expect(await sendTo([429], { repeatable: false })).toMatchObject({
      result: { sent: false, reason: 'busy', status: 429 },
      attempts: 4,
    });
  });

  it.each([199, 300, 304, 400, 401, 403, 404, 405, 407, 410, 413, 422, 428, 430, 431, 451, 499])(
    '%i is told and not tried again',
    async (status) => {
      expect(await sendTo([status, 200])).toMatchObject({
        result: { sent: false, reason: 'refused', status },
        attempts: 1,
        slept: [],
      });
      expect(await sendTo([[status, '1'], 200])).toMatchObject({
        result: { sent: false, reason: 'refused', status },
        attempts: 1,
        slept: [],
      });
    },
  );

  it('409 of a receiver that knows no keys is reported and not tried again', async () => {
    expect(await sendTo([409, 200], { repeatable: false })).toMatchObject({
      result: { sent: false, reason: 'refused', status: 409 },
      attempts: 1,
    });
  });
});

describe('a request without an answer', () => {
  const timeout = new DOMException('The operation timed out.', 'TimeoutError');

  it.each([
    ['a network error', new TypeError('Failed to fetch')],
    ['a timeout', timeout],
    ['an abort', new DOMException('The operation was aborted.', 'AbortError')],
  ])('after %s is made again where the receiver drops duplicates, and is lost where it does not', async (_, error) => {
    expect(await sendTo([error, 200])).toMatchObject({ result: { sent: true }, attempts: 2, slept: [1000] });
    const { result, attempts } = await sendTo([error, 200], { repeatable: false });
    expect(result).toEqual({ sent: false, reason: 'lost' });
    expect(attempts).toBe(1);
  });

  it('is called lost after four attempts', async () => {
    const { result, attempts } = await sendTo([timeout]);
    expect(result).toEqual({ sent: false, reason: 'lost' });
    expect(attempts).toBe(4);
  });

  it('reports the last failure when they differ', async () => {
    expect((await sendTo([timeout, 503, 429, 500])).result).toEqual({ sent: false, reason: 'server', status: 500 });
    expect((await sendTo([503, 422])).result).toEqual({ sent: false, reason: 'refused', status: 422 });
  });

  it('is not made at all while offline', async () => {
    const { result, attempts, slept } = await sendTo([200], { online: () => false });
    expect(result).toEqual({ sent: false, reason: 'offline' });
    expect([attempts, slept.length]).toEqual([0, 0]);
  });

  it('is called offline, and not made again, when the connection went while it was under way', async () => {
    let asked = 0;
    const { result, attempts, slept } = await sendTo([new TypeError('Failed to fetch'), 200], {
      online: () => asked++ === 0,
    });
    expect(result).toEqual({ sent: false, reason: 'offline' });
    expect([attempts, slept.length]).toEqual([1, 0]);
  });

  it('stops when the connection goes between two attempts', async () => {
    let asked = 0;
    const { result, attempts, slept } = await sendTo([503, 200], { online: () => asked++ === 0 });
    expect(result).toEqual({ sent: false, reason: 'offline' });
    expect([attempts, slept]).toEqual([1, [1000]]);
  });
});

describe('every attempt', () => {
  it('makes the very same request, with the same key', async () => {
    const { posted, request } = await sendTo([500, new TypeError('Failed to fetch'), 429, 200]);
    expect(posted).toHaveLength(4);
    for (const one of posted) expect(one).toBe(request);
  });
});

describe('a Retry-After header', () => {
  const now = Date.UTC(2026, 5, 1);

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['-5', 0],
    ['Mon, 01 Jun 2026 00:02:00 GMT', 120_000],
    ['Sun, 31 May 2026 00:00:00 GMT', 0],
  ])('of “%s” asks for %i milliseconds', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([null, '', 'soon'])('of %j asks for nothing', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
