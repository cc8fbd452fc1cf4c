import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointSchema } from '../../../src/schemas/endpoint.ts';
import type { Message } from '../../../src/contact/message.ts';
import { send, type Surroundings } from '../../../src/contact/send.ts';
import { outgoing, type Outgoing } from '../../../src/contact/request.ts';
import { type Behaviour, startDesk, type Desk } from '../../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const message: Message = { subject: '', body: 'Help', email: 'a@b.example', name: '', phone: '', visit: '', locale: 'en', key: 'key' };
const waits: number[] = [];
const around: Surroundings = {
  post: async ({ url, headers, body, timeout }: Outgoing) => {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeout) });
    await response.body?.cancel();
    const after = response.headers.get('retry-after');
    return { status: response.status, retryAfter: after === null ? undefined : Number(after) * 1000 };
  },
  online: () => true,
  wait: async (milliseconds) => {
    waits.push(milliseconds);
  },
  random: () => 1,
};

function sendThrough(behaviours: Behaviour[], fields: object = {}, key = crypto.randomUUID()) {
  waits.length = 0;
  desk.behave(...behaviours);
  const endpoint = { ...endpointSchema.parse({ url: desk.url, ...fields }), timeoutSeconds: 0.15 };
  return send(outgoing({ ...message, key }, endpoint), around);
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
    expect(await sendThrough(['fail', 'fail', 'fail', 'fail', 'take'])).toEqual({ sent: false, why: 'server', status: 500 });
    expect(await sendThrough(['drop', 'drop', 'drop', 'drop'])).toEqual({ sent: false, why: 'lost' });
  });

  it('does not repeat what the server refused', async () => {
    expect(await sendThrough(['refuse', 'take'])).toEqual({ sent: false, why: 'refused', status: 422 });
    expect(waits).toEqual([]);
  });

  it('does not repeat a request that may have arrived when the receiver would make a second ticket', async () => {
    const before = desk.tickets();
    expect(await sendThrough(['drop-after-taking', 'take'], { template: 'zammad' })).toEqual({ sent: false, why: 'lost' });
    expect(desk.tickets() - before).toBe(1);
  });

  it('says that there is no connection without trying', async () => {
    expect(await send(outgoing(message, endpointSchema.parse({ url: desk.url })), { ...around, online: () => false })).toEqual({ sent: false, why: 'offline' });
  });

  it('makes one ticket whatever 200 rows of faults do, however often the customer presses again', async () => {
    const fault = fc.constantFrom<Behaviour>('fail', 'unavailable', 'busy', 'drop', 'drop-after-taking', 'fail-after-taking');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), async (faults) => {
        const key = crypto.randomUUID();
        const before = desk.tickets();
        desk.behave(...faults);
        let sent = false;
        for (let press = 0; press < 3 && !sent; press += 1) {
          const endpoint = endpointSchema.parse({ url: desk.url });
          sent = (await send(outgoing({ ...message, key }, endpoint), around)).sent;
        }
        expect(sent).toBe(true);
        expect(desk.tickets() - before).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
