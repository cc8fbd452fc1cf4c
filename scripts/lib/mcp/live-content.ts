import { setTimeout as pause } from 'node:timers/promises';
import { buildInProcess } from './build-in-process.ts';
import { openServedContent, type ServedContent, stateOf } from './served-content.ts';

/** The content is looked at so often (ms) at most. */
const LOOK = 1000;
/** A request waits so long (ms) for content that has just changed, then takes what was there before. */
const PATIENCE = 5000;
/** The first request waits so long (ms); most clients give up after a minute. */
const FIRST_PATIENCE = 50_000;

interface LiveContentOptions {
  /** Is told why content could not be read, and which parts of it could not. */
  report(message: string): void;
  /** Is told that other content is served now. */
  changed?(): void;
  patience?: number;
  firstPatience?: number;
}

/** A content folder while people write in it: requests get what is there now, or else the last that could be read. */
export class LiveContent {
  readonly #content: string;
  readonly #options: LiveContentOptions;
  #served: ServedContent | undefined;
  #looking: Promise<void> | undefined;
  #opening: Promise<void> | undefined;
  /** Of the content that was opened last, or could not be. */
  #state: string | undefined;
  #lookedAt = -Infinity;

  constructor(content: string, options: LiveContentOptions) {
    this.#content = content;
    this.#options = options;
  }

  /** What is served, if anything is yet. */
  get latest(): ServedContent | undefined {
    return this.#served;
  }

  /**
   * What to answer a request from.
   * @throws Error when there is nothing yet, saying whether to ask again; the signal's reason when that aborts.
   */
  async current(signal?: AbortSignal): Promise<ServedContent> {
    signal?.throwIfAborted();
    await this.#look();
    const { patience = PATIENCE, firstPatience = FIRST_PATIENCE } = this.#options;
    if (this.#opening) {
      const over = new AbortController();
      const limit = AbortSignal.any([over.signal, ...(signal ? [signal] : [])]);
      await Promise.race([
        this.#opening,
        pause(this.#served ? patience : firstPatience, undefined, { signal: limit }).catch(() => {}),
      ]);
      over.abort();
    }
    signal?.throwIfAborted();
    if (this.#served) return this.#served;
    throw new Error(
      this.#opening
        ? 'The help center is still being prepared, as it is the first time. Ask again in a minute.'
        : 'The help center cannot be read now. Whoever runs this server finds the reason in its standard error.',
    );
  }

  /**
   * Begins to open the content again when it has changed since it was opened. Requests that come while one looks wait
   * for it: before the first look there is nothing that they could be answered from.
   */
  async #look(): Promise<void> {
    if (this.#looking) return this.#looking;
    if (this.#opening || performance.now() - this.#lookedAt < LOOK) return;
    this.#lookedAt = performance.now();
    this.#looking = this.#compare().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #compare(): Promise<void> {
    const state = await stateOf(this.#content);
    if (state === this.#state) return;
    this.#state = state;
    this.#opening = this.#open().finally(() => {
      this.#opening = undefined;
    });
  }

  async #open(): Promise<void> {
    const { report, changed } = this.#options;
    try {
      const first = this.#served === undefined;
      this.#served = await openServedContent(this.#content, () => this.#build());
      const { unread } = this.#served.index;
      if (unread > 0)
        report(
          `${unread === 1 ? 'One file' : `${unread} files`} could not be read in full. Run npm run check; it says what to mend.`,
        );
      if (!first) changed?.();
    } catch (error) {
      report((error as Error).message);
    }
  }

  /** Again where the content has changed meanwhile, and what was made is of what was there before. */
  async #build(): Promise<ServedContent> {
    await buildInProcess(this.#content);
    return openServedContent(this.#content, () => this.#build());
  }
}
