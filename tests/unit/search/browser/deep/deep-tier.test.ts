import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DeepStatus, DeepTier, type WorkerLike } from '../../../../../src/search/browser/deep/deep-tier.ts';
import type { FromWorker, ToWorker } from '../../../../../src/search/browser/deep/protocol.ts';
import type { BrowserCopy } from '../../../../../src/search/core/index/browser-copy.ts';

const file = (name: string, bytes: number) => ({ name, bytes });
const copy: BrowserCopy = {
  files: { encoder: file('e', 60), tokenizer: file('t', 10), runtime: file('r', 25), loader: file('l', 5) },
  bytes: 100,
  maxTokens: 128,
  queryPrefix: '',
  pooling: 'mean',
  dimensions: 2,
};

/** A worker whose messages the test sends. */
class FakeWorker extends EventTarget {
  sent: ToWorker[] = [];
  ended = false;
  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: FromWorker): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

let worker: FakeWorker;
let seen: DeepStatus[];
let deep: DeepTier;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { baseURI: 'https://help.example.com/en/article/' });
  worker = new FakeWorker();
  seen = [];
  deep = new DeepTier({
    folder: '/_search/',
    copy,
    onStatus: (status) => seen.push(status),
    createWorker: () => worker as unknown as WorkerLike,
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const states = () => seen.map(({ state, loaded }) => `${state} ${loaded}`);

test('starting tells the worker what to load, once', () => {
  expect(deep.status).toEqual({ state: 'waiting', loaded: 0, total: 100 });
  deep.start();
  deep.start();
  expect(worker.sent).toEqual([{ type: 'load', folder: 'https://help.example.com/_search/', copy }]);
});

test('progress is reported in bytes and ends at the total', () => {
  deep.start();
  worker.says({ type: 'progress', loaded: 40 });
  worker.says({ type: 'progress', loaded: 130 });
  worker.says({ type: 'ready' });
  expect(states()).toEqual(['loading 0', 'loading 40', 'loading 100', 'ready 100']);
});

test('a query asked while loading is embedded once the model is ready', async () => {
  const vector = deep.embed('refund');
  expect(worker.sent).toHaveLength(1);
  worker.says({ type: 'ready' });
  await vi.waitFor(() => expect(worker.sent[1]).toEqual({ type: 'embed', id: 1, query: 'refund' }));
  worker.says({ type: 'vector', id: 1, vector: Float32Array.of(0.6, 0.8) });
  expect(await vector).toEqual(Float32Array.of(0.6, 0.8));
});

test('answers find their queries in any order', async () => {
  const [one, two] = [deep.embed('one'), deep.embed('two')];
  worker.says({ type: 'ready' });
  await vi.waitFor(() => expect(worker.sent).toHaveLength(3));
  worker.says({ type: 'vector', id: 2, vector: Float32Array.of(2) });
  worker.says({ type: 'vector', id: 1, vector: Float32Array.of(1) });
  expect([await one, await two]).toEqual([Float32Array.of(1), Float32Array.of(2)]);
});

test.each<[string, () => void, string]>([
  ['the worker says that it failed', () => worker.says({ type: 'failed', message: 'no memory' }), 'no memory'],
  [
    'the worker crashes',
    () => worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of bounds' })),
    'out of bounds',
  ],
  ['the worker’s script is missing', () => worker.dispatchEvent(new Event('error')), 'The worker could not be loaded.'],
  [
    'a message cannot be read',
    () => worker.dispatchEvent(new Event('messageerror')),
    'A message of the worker could not be read.',
  ],
  ['nothing is heard for two minutes', () => vi.advanceTimersByTime(120_000), 'The worker does not answer.'],
  ['the page stops it', () => deep.stop(), 'The deep tier was stopped.'],
])('when %s, the query under way is rejected, the worker ended and the state is failed', async (_, happen, message) => {
  const vector = deep.embed('refund');
  happen();
  await expect(vector).rejects.toThrow(message);
  expect(deep.status.state).toBe('failed');
  expect(worker.ended).toBe(true);
  await expect(deep.embed('again')).rejects.toThrow(message);
});

test('a download that goes on, however slowly, is not given up', () => {
  deep.start();
  for (let loaded = 1; loaded <= 5; loaded++) {
    vi.advanceTimersByTime(100_000);
    worker.says({ type: 'progress', loaded });
  }
  expect(deep.status).toMatchObject({ state: 'loading', loaded: 5 });
});

test('a worker that does not answer a query within fifteen seconds is given up', async () => {
  deep.start();
  worker.says({ type: 'ready' });
  vi.advanceTimersByTime(600_000);
  const vector = deep.embed('refund');
  const rejected = expect(vector).rejects.toThrow('The worker does not answer.');
  await vi.advanceTimersByTimeAsync(15_000);
  await rejected;
});

test('a browser without workers ends in failed, not in an exception', () => {
  const none = new DeepTier({
    folder: '/_search/',
    copy,
    createWorker: () => {
      throw new TypeError('Worker is not defined');
    },
  });
  none.start();
  expect(none.status.state).toBe('failed');
});

test('a failure that nobody waits for is not an uncaught error', async () => {
  const uncaught = vi.fn();
  process.on('unhandledRejection', uncaught);
  deep.start();
  worker.says({ type: 'failed', message: 'no memory' });
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off('unhandledRejection', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});
