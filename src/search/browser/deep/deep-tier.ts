import type { BrowserCopy } from '../../core/index/browser-copy.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

declare global {
  interface Window {
    /** https://w3c.github.io/trusted-types/; a trusted address goes wherever the address did. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  }
}

/** waiting: not asked for yet. failed: for the rest of this page; searching goes on without it. */
type DeepState = 'waiting' | 'loading' | 'ready' | 'failed';

export interface DeepStatus {
  state: DeepState;
  /** Bytes that have arrived, and all there are. */
  loaded: number;
  total: number;
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface DeepTierOptions {
  /** Address of the index files, ending in a slash. */
  folder: string;
  copy: BrowserCopy;
  /** Called on each step of the download and each change of state. */
  onStatus?: (status: DeepStatus) => void;
  createWorker?: () => WorkerLike;
}

/** A worker that sends nothing for this long (ms) is given up. */
const patience = { loading: 120_000, embedding: 15_000 };

/**
 * The transformer in its worker, seen from the page. Nothing here throws: a failure of any
 * kind ends in the state `failed` and rejects the embeddings under way.
 *
 * @example
 * const deep = new DeepTier({ folder: '/_search/', copy, onStatus: showProgress });
 * deep.start();
 * const vector = await deep.embed('how do i get my money back'); // waits until ready
 */
export class DeepTier {
  readonly #options: DeepTierOptions;
  readonly #waiting = new Map<number, { resolve(vector: Float32Array): void; reject(error: Error): void }>();
  #worker: WorkerLike | undefined;
  #status: DeepStatus;
  readonly #ready: Promise<void>;
  #settle!: { resolve(): void; reject(error: Error): void };
  #count = 0;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DeepTierOptions) {
    this.#options = options;
    this.#status = { state: 'waiting', loaded: 0, total: options.copy.bytes };
    this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Callers that wait get the failure; without any it must not be an uncaught rejection.
    this.#ready.catch(() => {});
  }

  get status(): DeepStatus {
    return this.#status;
  }

  /** Begins to download; a second call changes nothing. */
  start(): void {
    if (this.#status.state !== 'waiting') return;
    this.#change({ state: 'loading' });
    this.#watch(patience.loading);
    try {
      const worker = (this.#options.createWorker ?? createWorker)();
      this.#worker = worker;
      worker.addEventListener('message', (event) => this.#hear((event as MessageEvent<FromWorker>).data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        this.#fail((event as ErrorEvent).message || 'The worker could not be loaded.');
      });
      worker.addEventListener('messageerror', () => this.#fail('A message of the worker could not be read.'));
      const folder = new URL(this.#options.folder, document.baseURI).href;
      this.#post({ type: 'load', folder, copy: this.#options.copy });
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * The query's vector of length 1. Begins to download when that has not been done.
   *
   * @throws Error (by rejection) once the deep tier has failed.
   */
  async embed(query: string): Promise<Float32Array> {
    this.start();
    await this.#ready;
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#watch(patience.embedding);
      this.#post({ type: 'embed', id, query });
    });
  }

  /** Ends the worker and gives its memory back; the state becomes `failed`. */
  stop(): void {
    this.#fail('The deep tier was stopped.');
  }

  #hear(message: FromWorker): void {
    if (this.#status.state === 'failed') return;
    switch (message.type) {
      case 'progress':
        this.#watch(patience.loading);
        return this.#change({ loaded: Math.min(message.loaded, this.#status.total) });
      case 'ready':
        clearTimeout(this.#alarm);
        this.#change({ state: 'ready', loaded: this.#status.total });
        return this.#settle.resolve();
      case 'vector':
        this.#waiting.get(message.id)?.resolve(message.vector);
        this.#waiting.delete(message.id);
        if (this.#waiting.size === 0) clearTimeout(this.#alarm);
        return;
      case 'failed':
        return this.#fail(message.message);
    }
  }

  #fail(message: string): void {
    if (this.#status.state === 'failed') return;
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    const error = new Error(message);
    this.#settle.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#change({ state: 'failed' });
  }

  #watch(milliseconds: number): void {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#fail('The worker does not answer.'), milliseconds);
  }

  #change(part: Partial<DeepStatus>): void {
    this.#status = { ...this.#status, ...part };
    this.#options.onStatus?.(this.#status);
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}

function createWorker(): WorkerLike {
  return new Worker(trusted(workerUrl), { type: 'module', name: 'signpost-deep' });
}

/** The address of the build's own worker, where a host enforces Trusted Types; as it is elsewhere. */
function trusted(url: string): string {
  try {
    const policy = window.trustedTypes?.createPolicy('signpost', { createScriptURL: (own) => own });
    return policy?.createScriptURL(url) ?? url;
  } catch {
    // The host's policy names others only, or it exists already.
    return url;
  }
}
