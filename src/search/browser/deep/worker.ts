import type { BrowserCopy } from '../../core/index/browser-copy.ts';
import { type DeepFiles, loadDeepFiles } from './load-files.ts';
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
  const onProgress = (loaded: number): void => post({ type: 'progress', loaded });
  let files = await loadDeepFiles(folder, copy, onProgress);
  try {
    encode = await start(files, copy);
  } catch (error) {
    if (!files.fromStore) throw error;
    // Whole by its checksum and still no model: fetched anew, or it would fail on every visit.
    await files.forget();
    files = await loadDeepFiles(folder, copy, onProgress);
    encode = await start(files, copy);
  }
  post({ type: 'ready' });
  await files.keep();
}

async function start(files: DeepFiles, copy: BrowserCopy): Promise<EncodeQuery> {
  const started = await startQueryEncoder(files, copy);
  // The first run sets up memory; better now than while the visitor waits for an answer.
  await started('warm up');
  return started;
}

async function embed({ id, query }: Extract<ToWorker, { type: 'embed' }>): Promise<void> {
  if (!encode) throw new Error('A query came before the model was ready.');
  const vector = await encode(query);
  post({ type: 'vector', id, vector }, [vector.buffer]);
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
