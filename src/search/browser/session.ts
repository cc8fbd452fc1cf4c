import type { BrowserCopy } from '../core/index/browser-copy.ts';
import { readText, withSubject } from '../core/query/parse-query.ts';
import { TIERS, type Tier } from '../core/types.ts';
import { Climb, pause, type Stage } from './climb.ts';
import type { Choices, Question, SearchEngine, Update } from './engine-types.ts';
import { Unreachable } from './fetch-index-file.ts';
import { keepStill } from './keep-still.ts';

/** The transformer in its worker, once it is loaded. */
export interface QueryEncoder {
  embed(query: string): Promise<Float32Array>;
}

export interface SessionParts {
  /** Opens the index that belongs to the page, or, with `renew`, the one deployed now. */
  open(renew: boolean): Promise<SearchEngine>;
  /** Called for each step of the newest query, never for an older one. */
  show(update: Update): void;
  /** Resolves when somebody can see what is shown; at once where it is left out. */
  seen?(): Promise<unknown>;
}

/** Keys closer together (ms) are a burst: nobody reads in the middle of one. */
const BURST = 150;
/**
 * An answer is being read when so long (ms) nothing was typed, and it has been in sight for a blink; one that is not whole
 * yet, words alone or a preview, when it has been in sight for longer: a better one is likely, and worth more than its order.
 */
const READ = { rest: 300, blink: 150, partly: 1000 };

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
  /** What of it stays as it is: all, or an article and what is above it. */
  #still: 'all' | { article: string } | undefined;
  /** How many articles are shown at most. */
  #rows = 0;

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
    // The same question again asks for further articles below those on show.
    const again = query === this.#question.text && isSame(question.choices, this.#question.choices);
    const shown = again ? this.#last.outcome : undefined;
    this.#question = question;
    this.#rows = question.limit ?? Infinity;
    this.#still = shown && 'all';
    this.#last = shown
      ? // Any tier may add to it.
        { ...this.#last, state: 'searching', outcome: { ...shown, tier: 'lexical' } }
      : { query, choices: question.choices, state: query ? 'searching' : 'settled', outcome: undefined };
    this.#lacking = false;
    this.#parts.show(this.#last);
    if (query) this.#answering = this.#answer(question, turn, 1);
  }

  /** Shows an answer that was on show before, as it stood. */
  resume(question: Question, update: Update): void {
    this.#turn++;
    this.#question = question;
    this.#last = update;
    this.#still = 'all';
    this.#rows = 0;
    this.#parts.show(update);
  }

  /** Searches for the last question again, after the connection came back. */
  retry(): void {
    this.search(this.#question);
  }

  /**
   * The visitor points at an article or has chosen it with the keyboard: it and what is above it stay where they are.
   * Undefined lets go.
   */
  hold(article: string | undefined): void {
    if (this.#still !== 'all') this.#still = article === undefined ? undefined : { article };
  }

  /** The visitor reads what is on show, and has scrolled it, for instance: none of it is moved any more. */
  read(): void {
    if (this.#last.outcome) this.#still = 'all';
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
        choices: question.choices,
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
        this.#publish(turn, { query: question.text, choices: question.choices, ...update }, lacking);
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
      const embedding = encoder.embed(readText(withSubject(question.text, question.choices?.about)));
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
    const held = this.#still === 'all' ? undefined : this.#still?.article;
    this.#last = this.#still ? keepStill(this.#last, update, this.#rows, held) : update;
    this.#lacking = lacking;
    this.#parts.show(this.#last);
    void this.#noticeReading(turn);
  }

  /** Takes what is on show for read once it has been in sight for long enough. */
  async #noticeReading(turn: number): Promise<void> {
    const { outcome, state } = this.#last;
    // "Nothing answers this" is not said before it is sure.
    if (!outcome || (state === 'searching' && outcome.verdict === 'none')) return;
    const whole = state === 'settled' || (!this.#lacking && outcome.tier !== 'lexical');
    const rested = performance.now() - this.#askedAt;
    await pause(whole ? Math.max(READ.rest - rested, READ.blink) : READ.partly);
    await this.#parts.seen?.();
    if (turn !== this.#turn) return;
    this.#still = 'all';
    if (whole) this.#rows = 0;
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

/** What was not chosen may be left out or not. */
function isSame(one: Choices | undefined, other: Choices | undefined): boolean {
  return JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});
}

function rank(tier: Tier | undefined): number {
  return tier === undefined ? -1 : TIERS.indexOf(tier);
}
