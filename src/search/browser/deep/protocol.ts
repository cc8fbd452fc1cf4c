import type { BrowserCopy } from '../../core/index/browser-copy.ts';

/** What the page tells the worker. */
export type ToWorker =
  /** First message. `folder` is the address of the index files, ending in a slash. */
  | { type: 'load'; folder: string; copy: BrowserCopy }
  /** Allowed once the worker is ready. */
  | { type: 'embed'; id: number; query: string };

/** What the worker tells the page. */
export type FromWorker =
  /** Bytes of `copy.bytes` that have arrived; a download kept from an earlier visit counts at once. */
  | { type: 'progress'; loaded: number }
  | { type: 'ready' }
  /** The answer to `embed`: a vector of length 1. */
  | { type: 'vector'; id: number; vector: Float32Array }
  /** The worker cannot go on; `message` is for the console, not for the visitor. */
  | { type: 'failed'; message: string };
