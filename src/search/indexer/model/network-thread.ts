import { parentPort, workerData } from 'node:worker_threads';
import { type NetworkOptions, openNetwork } from './network.ts';

/** What a thread answers to each batch. */
export type NetworkAnswer = { vectors: Float32Array[] } | { message: string };

/** A thread that runs one network; see network-threads.ts. */
const opened = openNetwork(workerData as NetworkOptions);
// Heard by whoever sends the first batch.
opened.catch(() => {});

parentPort!.on('message', (texts: number[][]) => {
  opened
    .then((network) => network(texts))
    .then(
      (vectors): NetworkAnswer => ({ vectors }),
      (error: unknown): NetworkAnswer => ({ message: error instanceof Error ? error.message : String(error) }),
    )
    .then((answer) => parentPort!.postMessage(answer));
});
