import type { BrowserCopy } from '../core/index/browser-copy.ts';
import { readText } from '../core/query/parse-query.ts';
import { TIERS, type Tier } from '../core/types.ts';
import { Climb, type Stage } from './climb.ts';
import type { Question, SearchEngine, Update } from './engine-types.ts';
import { Unreachable } from './fetch-index-file.ts';

/** The transformer in its worker, once it is loaded. */
export interface QueryEncoder {
  embed(query: string): Promise<Float32Array>;
}

export interface SessionParts {
  /** Opens the index that belongs to the page, or, with `renew`, the one deployed now. */
  open(renew: boolean): Promise<SearchEngine>;
  /** Called for each step of the newest query, never for an older one. */
  show(update: Update): void;
}

/** Keys closer together (ms) are a burst: nobody reads in the middle of one. */
const BURST = 150;

/** One visitor's search on one page: newest query only, best tier available, never a dead end. */
export class SearchSession {
  readonly #parts: SessionParts;
  #engine: Promise<SearchEngine> | undefined;
  /** Whether to open the index deployed now instead of the page's own, which was found to be gone. */
  #renew = false;
  #encoder: QueryEncoder | undefined;
  /** The embedding under way: a worker does one at a time, and stale queries are not queued behind it. */
  #embedding: Promise<unknown> = Promise.resolve();
  /** Counts queries; whatever comes back for another number than the newest is dropped. */
  #turn = 0;
  /** When the newest question was asked (ms), and whether it followed the one before in a burst of typing. */
  #askedAt = -Infinity;
  #burst = false;
  #answering: Promise<void> = Promise.resolve();
  #question: Question = { text: '' };
  #last: Update = { query: '', state: 'settled', outcome: undefined };
  /** Whether what is on show is a preview that lacks something. */
  #lacking = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Begins to load the index, before anything is typed. Failures show when a query needs it. */
  warm(): void {
    this.#open().catch(() => {});
  }

  /** What the transformer that fits the index downloads; undefined when there is none, or no index. */
  async browserCopy(): Promise<BrowserCopy | undefined> {
    return this.#open().then(
      (engine) => engine.browserCopy,
      () => undefined,
    );
  }

  /** Resolves when no question waits for its answer, so that whatever is less urgent takes nothing from it. */
  async atRest(): Promise<void> {
    let question: Question | undefined;
    while (question !== this.#question) {
      question = this.#question;
      await this.#answering;
    }
  }

  /** From now on queries are also ranked by the transformer, beginning with the one on show. */
  useEncoder(encoder: QueryEncoder | undefined): void {
    this.#encoder = encoder;
    // A question on its way began without it, and is refined when it has its answer.
    if (encoder) void this.#answering.then(() => this.#refine(encoder));
  }

  /** Searches, forgetting any older question. An empty one only forgets. */
  search(question: Question): void {
    const turn = ++this.#turn;
    const query = question.text;
    const now = performance.now();
    this.#burst = now - this.#askedAt < BURST;
    this.#askedAt = now;
    this.#question = question;
    this.#last = { query, state: query ? 'searching' : 'settled', outcome: undefined };
    this.#lacking = false;
    this.#parts.show(this.#last);
    if (query) this.#answering = this.#answer(question, turn, 1);
  }

  /** Searches for the last question again, after the connection came back. */
  retry(): void {
    this.search(this.#question);
  }

  async #answer(question: Question, turn: number, attempt: number): Promise<void> {
    try {
      const engine = await this.#open();
      await new Climb(engine, question, this.#stage(question, turn)).run(attempt === 1);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#engine = undefined;
      const offline = error instanceof Unreachable;
      if (!offline && attempt === 1) {
        this.#renew = true;
        return this.#answer(question, turn, 2);
      }
      // A preview must not remain as the final answer.
      const outcome = this.#lacking ? undefined : this.#last.outcome;
      this.#publish(turn, {
        query: question.text,
        state: outcome ? 'settled' : offline ? 'offline' : 'broken',
        outcome,
      });
    }
  }

  /** Ranks the question on show anew with an encoder that came after it. */
  async #refine(encoder: QueryEncoder): Promise<void> {
    const { query, state, outcome } = this.#last;
    if (this.#encoder !== encoder || !query || state !== 'settled' || outcome?.tier === 'deep') return;
    const [question, turn] = [this.#question, this.#turn];
    const engine = await this.#engine;
    if (engine) await new Climb(engine, question, this.#stage(question, turn)).deepen();
  }

  /** What the answers to a question are shown on; the worker begins to embed it while this thread ranks. */
  #stage(question: Question, turn: number): Stage {
    return {
      isNewest: () => turn === this.#turn,
      refines: () => this.#encoder !== undefined,
      shown: () => this.#last.outcome,
      publish: (update, lacking = false) => {
        this.#publish(turn, { query: question.text, ...update }, lacking);
      },
      vector: this.#embed(question, turn),
      burst: this.#burst,
    };
  }

  /** The question's vector; undefined without the transformer, when it fails, and for a question that is no longer the newest. */
  async #embed(question: Question, turn: number): Promise<Float32Array | undefined> {
    await this.#embedding;
    const encoder = this.#encoder;
    if (!encoder || turn !== this.#turn) return undefined;
    try {
      const embedding = encoder.embed(readText(question.text));
      this.#embedding = embedding.catch(() => {});
      return await embedding;
    } catch {
      // A worker that died is not used again.
      if (this.#encoder === encoder) this.#encoder = undefined;
      return undefined;
    }
  }

  #publish(turn: number, update: Update, lacking = false): void {
    const worse = !this.#lacking && rank(update.outcome?.tier) < rank(this.#last.outcome?.tier);
    if (turn !== this.#turn || worse) return;
    this.#last = update;
    this.#lacking = lacking;
    this.#parts.show(update);
  }

  #open(): Promise<SearchEngine> {
    if (!this.#engine) {
      const engine = this.#parts.open(this.#renew);
      this.#engine = engine;
      engine.catch(() => {
        if (this.#engine === engine) this.#engine = undefined;
      });
    }
    return this.#engine;
  }
}

function rank(tier: Tier | undefined): number {
  return tier === undefined ? -1 : TIERS.indexOf(tier);
}
