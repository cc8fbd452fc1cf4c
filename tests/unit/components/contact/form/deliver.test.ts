import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver } from '../../../../../src/components/contact/form/deliver.ts';
import { DraftStore } from '../../../../../src/components/contact/form/draft-store.ts';
import type { Message } from '../../../../../src/contact/message.ts';
import { endpointSchema } from '../../../../../src/schemas/endpoint.ts';

const message: Message = {
  subject: '',
  body: 'Help',
  email: 'a@b.example',
  name: '',
  phone: '',
  history: '',
  locale: 'en',
  key: 'k1',
};
const endpoint = endpointSchema.parse({ url: 'https://desk.example.com/api', timeoutSeconds: 2 });
const fetched = vi.fn<(url: string, options: RequestInit) => Promise<Response>>();
const locked = vi.fn((_name: string, task: () => unknown) => task());
const online = { onLine: true };
const leaving = vi.fn<(key: string) => void>();
let store: DraftStore;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
  vi.spyOn(AbortSignal, 'timeout');
  vi.spyOn(Math, 'random').mockReturnValue(1);
  vi.stubGlobal('fetch', fetched);
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
  store = new DraftStore('/');
  vi.stubGlobal('navigator', { ...online, locks: { request: locked } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  fetched.mockReset();
  locked.mockClear();
  leaving.mockClear();
});

describe('a message leaves the browser', () => {
  it('as one POST without cookies, which is given up after the time of the endpoint and may outlive the page', async () => {
    fetched.mockResolvedValueOnce(new Response(null, { status: 204 }));
    expect(await deliver(message, endpoint, store, leaving)).toEqual({ sent: true });
    expect(fetched).toHaveBeenCalledTimes(1);
    const [url, options] = fetched.mock.calls[0]!;
    expect(url).toBe('https://desk.example.com/api');
    expect(options).toMatchObject({
      method: 'POST',
      headers: { 'Idempotency-Key': 'k1' },
      credentials: 'omit',
      redirect: 'follow',
      keepalive: true,
    });
    expect(JSON.parse(options.body as string)).toMatchObject({ key: 'k1', body: 'Help' });
    expect(AbortSignal.timeout).toHaveBeenCalledWith(2000);
    expect(options.signal).toBe(vi.mocked(AbortSignal.timeout).mock.results[0]!.value);
  });

  it('without keepalive when it is more than browsers allow', async () => {
    fetched.mockResolvedValueOnce(new Response());
    await deliver({ ...message, body: 'x'.repeat(60_000) }, endpoint, store, leaving);
    expect(fetched.mock.calls[0]![1].keepalive).toBe(false);
  });

  it('from one tab at a time, or at once where the browser has no locks', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response()));
    await deliver(message, endpoint, store, leaving);
    expect(locked).toHaveBeenCalledExactlyOnceWith('signpost:send', expect.any(Function));
    vi.stubGlobal('navigator', online);
    expect(await deliver({ ...message, body: 'Other' }, endpoint, store, leaving)).toEqual({ sent: true });
    expect([locked, fetched].map((mock) => mock.mock.calls.length)).toEqual([1, 2]);
  });

  it('once, however many tabs send it', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response()));
    for (const key of ['k1', 'k1', 'k2'])
      expect(await deliver({ ...message, key }, endpoint, store, leaving)).toEqual({ sent: true });
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(leaving.mock.calls).toEqual([['k1']]);
  });

  it('under another key when its own has carried another text', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response()));
    await deliver(message, endpoint, store, leaving);
    await deliver({ ...message, body: 'Help, please' }, endpoint, store, leaving);
    const keys = fetched.mock.calls.map(([, { body }]) => (JSON.parse(body as string) as { key: string }).key);
    expect(keys).toEqual(['k1', expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(leaving.mock.calls.flat()).toEqual(keys);
  });

  it('again after the wait that the server asks for, counted from now', async () => {
    fetched
      .mockResolvedValueOnce(
        new Response(null, { status: 429, headers: { 'Retry-After': 'Mon, 01 Jun 2026 00:00:03 GMT' } }),
      )
      .mockResolvedValueOnce(new Response());
    const delivery = deliver(message, endpoint, store, leaving);
    await vi.advanceTimersByTimeAsync(2999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await delivery).toEqual({ sent: true });
  });

  it('again under the same key after a second of our own when no answer came', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(new Response());
    const delivery = deliver(message, endpoint, store, leaving);
    await vi.advanceTimersByTimeAsync(999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await delivery).toEqual({ sent: true });
    expect(fetched.mock.calls.map(([, { body }]) => body)).toEqual([
      fetched.mock.calls[0]![1].body,
      fetched.mock.calls[0]![1].body,
    ]);
  });

  it('not at all while the browser is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await deliver(message, endpoint, store, leaving)).toEqual({ sent: false, reason: 'offline' });
    expect(fetched).not.toHaveBeenCalled();
  });
});
