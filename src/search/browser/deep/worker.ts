import { loadDeepFiles } from './load-files.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { type EncodeQuery, startQueryEncoder } from './query-encoder.ts';

/** The deep tier's worker: loads the transformer once, then embeds one query after the other. */

let encode: EncodeQuery | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const work = data.type === 'load' ? load(data) : embed(data);
  work.catch((error: unknown) =>
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

async function load({ folder, copy }: Extract<ToWorker, { type: 'load' }>): Promise<void> {
  const files = await loadDeepFiles(folder, copy, (loaded) => post({ type: 'progress', loaded }));
  encode = await startQueryEncoder(files, copy);
  // The first run sets up memory; better now than while the visitor waits for an answer.
  await encode('warm up');
  post({ type: 'ready' });
  await files.keep();
}

async function embed({ id, query }: Extract<ToWorker, { type: 'embed' }>): Promise<void> {
  if (!encode) throw new Error('A query came before the model was ready.');
  const vector = await encode(query);
  post({ type: 'vector', id, vector }, [vector.buffer]);
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
