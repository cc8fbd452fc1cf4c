import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CustomerMessage, heardMessage } from '../../../../src/agents/hosts/heard-message.ts';
import { ParentWindow, type Place } from '../../../../src/components/agents/hosts/parent-window.ts';

const ORIGIN = 'https://desk.example.com';

/** A window in a frame, and what is posted to the one around it. */
function framed(origins = [ORIGIN], early: unknown[] = []) {
  const posted: unknown[][] = [];
  const around = { postMessage: (...sent: unknown[]) => posted.push(sent) };
  let receive: (event: unknown) => void = () => {};
  const place = {
    parent: around,
    addEventListener: (_: string, listener: typeof receive) => (receive = listener),
  };
  const event = (data: unknown, from: { origin?: string; source?: unknown } = {}) => ({
    data,
    origin: ORIGIN,
    source: around,
    ...from,
  });
  const events = early.map((data) => event(data));
  const parent = new ParentWindow(place as unknown as Place, origins, events as unknown as MessageEvent[]);
  return { parent, posted, post: (...message: Parameters<typeof event>) => receive(event(...message)) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the page around is heard from its own window and the origins listed alone', () => {
  const { parent, post } = framed([ORIGIN, 'https://*.zendesk.com']);
  const heard: unknown[] = [];
  parent.hear((data) => heard.push(data));
  post('the desk');
  post('a desk below', { origin: 'https://shop.zendesk.com' });
  post('another origin', { origin: 'https://evil.example' });
  post('a lookalike', { origin: 'https://desk.example.com.evil.example' });
  post('a page without an origin', { origin: 'null' });
  post('another window', { source: {} });
  post('no window', { source: null });
  expect(heard).toEqual(['the desk', 'a desk below']);
});

test('nobody is heard where site.yaml lists nobody', () => {
  const { parent, post } = framed([]);
  const heard: unknown[] = [];
  parent.hear((data) => heard.push(data));
  post('hello');
  expect(heard).toEqual([]);
});

test('what came early is heard, too', () => {
  const { parent } = framed([ORIGIN], ['early']);
  const heard: unknown[] = [];
  parent.hear((data) => heard.push(data));
  expect(heard).toEqual(['early']);
});

test('nothing is told to somebody who has not been heard, and then to that origin alone', () => {
  const { parent, posted, post } = framed();
  parent.hear(() => {});
  expect(parent.tell('an answer')).toBe(false);
  post('hello', { origin: 'https://evil.example' });
  expect(parent.tell('an answer')).toBe(false);
  post('hello');
  expect(parent.tell('an answer')).toBe(true);
  expect(posted).toEqual([['an answer', ORIGIN]]);
});

test('of a flood of ten thousand messages the first and the newest are read', () => {
  const { parent, post } = framed();
  const heard: CustomerMessage[] = [];
  let read = 0;
  const isText = (data: unknown) => typeof data === 'string';
  const take = (text: unknown) => {
    read += 1;
    return heardMessage({ text });
  };
  parent.follow(isText, take, (message) => heard.push(message));
  for (let count = 1; count <= 10_000; count++) post(`message ${count}`);
  post({ other: 'kind' });
  vi.runAllTimers();
  expect(heard.map(({ text }) => text)).toEqual(['message 1', 'message 10000']);
  expect(read).toBe(2);
  post('one more');
  expect(heard.at(-1)?.text).toBe('one more');
});

test('the same message told again is heard once, so that what an agent changed in it stays', () => {
  const { parent, post } = framed();
  const heard: unknown[] = [];
  parent.follow(
    () => true,
    (data) => (typeof data === 'string' ? heardMessage({ text: data }) : undefined),
    (message) => heard.push(message),
  );
  for (const data of ['hello', 'hello', 5, 'hello', 'world']) {
    post(data);
    vi.runAllTimers();
  }
  expect(heard).toEqual([{ text: 'hello' }, { text: 'world' }]);
});
