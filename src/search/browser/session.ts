import { IndexError } from '../core/format/index-error.ts';
import type { BrowserCopy } from '../core/index/browser-copy.ts';
import { readText } from '../core/query/parse-query.ts';
import { type Outcome, TIERS, type Tier } from '../core/types.ts';
import type { Preview, Question, Ranked, SearchEngine } from './engine-types.ts';
import { Unreachable } from './fetch-index-file.ts';

/** The transformer in its worker, once it is loaded. */
export interface QueryEncoder {
  embed(query: string): Promise<Float32Array>;
}

/**
 * searching: more is about to come. settled: this is the answer, though the deep tier may still refine it.
 * offline, broken: nothing can be shown; `retry` may help.
 */
type State = 'searching' | 'settled' | 'offline' | 'broken';

export interface Update {
  query: string;
  state: State;
  /** The best ranking so far; undefined while there is none. */
  outcome: Outcome | undefined;
}

export interface SessionParts {
  /** Opens the index that belongs to the page, or, with `renew`, the one deployed now. */
  open(renew: boolean): Promise<SearchEngine>;
  /** Called for each step of the newest query, never for an older one. */
  show(update: Update): void;
}

/** Keyword results wait this long for semantic ones (ms), so that a list that is about to improve does not flicker. */
const GRACE = 30;
/** Instant results wait as long for deep ones, whose embedding began with them: two lists within a blink are a flicker. */
const SOON = 30;
/** How long a preview may take to be painted (ms) before missing files are fetched: arriving files would delay the paint. */
const PAINTED = 25;
/** Keys closer together (ms) are a burst: nobody reads in the middle of one. */
const BURST = 150;
/** A preview is completed this long after its key (ms). In a burst it waits longer, since drawing delays the next key. */
const LULL = { usual: 60, burst: 180 };

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
      await this.#climb(await this.#open(), question, turn, attempt);
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

  /**
   * Shows a preview, then the lexical ranking, then the instant one, then the deep one, each only if better than
   * what is there, and none that the next one is about to replace.
   */
  async #climb(engine: SearchEngine, question: Question, turn: number, attempt: number): Promise<void> {
    const query = question.text;
    let outdated: IndexError | undefined;
    // An instant tier that fails or is absent leaves the lexical ranking in place.
    const without = (error: unknown): undefined => {
      if (error instanceof IndexError) outdated = error;
    };
    // The worker embeds while this thread ranks.
    const vector = this.#embed(question, turn);
    if (question.preview && (await this.#showPreview(engine, question, turn, vector))) return;
    if (turn !== this.#turn) return;
    // The instant ranking includes the keywords: they are ranked alone only where it is late or fails.
    let keywords: Promise<Ranked> | undefined;
    const byKeywords = () => (keywords ??= engine.lexical(question));
    const instant = engine
      .instant(question)
      .catch(without)
      .then((ranked) => ranked ?? byKeywords());
    const early = await Promise.race([instant, pause(GRACE)]);
    if (turn !== this.#turn) return;
    if (!early && !this.#last.outcome)
      void byKeywords()
        .then((keyword) => this.#meanwhile(keyword, instant, question, turn))
        .catch(() => {});
    const better = await instant;
    const quick = this.#encoder && (await Promise.race([vector, pause(early ? SOON : 0)]));
    if (turn !== this.#turn) return;
    if (quick && (await this.#deepen(question, turn, vector))) return;
    const texts = better.outcome();
    if (question.preview) void this.#titles(engine, question, turn, texts);
    const best = (await texts.catch(without)) ?? (await (await byKeywords()).outcome());
    if (outdated && attempt === 1) throw outdated;
    // "Nothing answers this" is shown only once the best available tier has answered.
    const doubtful = this.#encoder && best.verdict === 'none';
    if (doubtful) this.#publish(turn, { query, state: 'searching', outcome: best });
    else await this.#settle(engine, question, turn, best);
    if (!(await this.#deepen(question, turn, vector)) && doubtful) await this.#settle(engine, question, turn, best);
  }

  /** Shows an answer, and with it, as soon as that is here, what other languages have beside it. */
  async #settle(
    engine: SearchEngine,
    question: Question,
    turn: number,
    outcome: Outcome,
    vector?: Float32Array,
  ): Promise<void> {
    const { text: query } = question;
    const more = turn === this.#turn ? engine.others?.(question, outcome, vector) : undefined;
    // What they had beside an earlier ranking is not taken away meanwhile.
    if (more && !this.#last.outcome?.others) this.#publish(turn, { query, state: 'searching', outcome });
    this.#publish(turn, { query, state: 'settled', outcome: (await more?.catch(() => undefined)) ?? outcome });
  }

  /** Shows titles where nothing is on show yet and their texts are slow. */
  async #titles(engine: SearchEngine, question: Question, turn: number, texts: Promise<Outcome>): Promise<void> {
    const soon = await Promise.race([
      texts.then(
        () => true,
        () => true,
      ),
      pause(GRACE),
    ]);
    const found = soon ? undefined : await engine.preview(question).catch(() => undefined);
    if (found && !this.#last.outcome) this.#first(found, question, turn);
  }

  /** Shows a preview and waits for a lull in the typing; true where nothing needs to follow. */
  async #showPreview(
    engine: SearchEngine,
    question: Question,
    turn: number,
    vector: Promise<Float32Array | undefined>,
  ): Promise<boolean> {
    const lull = pause(this.#burst ? LULL.burst : LULL.usual);
    const preview = (embedded?: Float32Array) => engine.preview(question, embedded).catch(() => undefined);
    const [instant, quick] = await Promise.all([preview(), this.#encoder && Promise.race([vector, pause(SOON)])]);
    if (!instant || turn !== this.#turn) return false;
    if (this.#first((quick && (await preview(quick))) ?? instant, question, turn)) return true;
    const late = quick ?? (await Promise.race([vector, lull]));
    const deep = late && late !== quick && (await preview(late));
    if (deep && this.#first(deep, question, turn)) return true;
    await pause(PAINTED);
    // For this question and for those that further typing will make of it.
    if (turn === this.#turn)
      void engine.prefetch(this.#burst ? finished(question) : question, late !== undefined).catch(() => {});
    await lull;
    return late !== undefined && (await this.#deepen(question, turn, vector));
  }

  /** Shows a preview; true where it is the final answer, too. */
  #first({ outcome, complete }: Preview, { text: query }: Question, turn: number): boolean {
    if (turn !== this.#turn) return false;
    const refinable = this.#encoder && outcome.tier !== 'deep';
    const doubtful = refinable && outcome.verdict === 'none';
    this.#publish(turn, { query, state: complete && !doubtful ? 'settled' : 'searching', outcome });
    this.#lacking = !complete;
    return complete && !refinable;
  }

  /** Shows a ranking that a better one follows, unless the better one is ready with its texts by then. */
  async #meanwhile(ranked: Ranked, better: Promise<Ranked>, { text: query }: Question, turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    const outcome = await ranked.outcome();
    const next = await Promise.race([better, pause(0)]);
    if (turn !== this.#turn) return;
    const overtaken =
      next &&
      (await Promise.race([
        next.outcome().then(
          () => true,
          () => false,
        ),
        pause(0),
      ]));
    if (!overtaken) this.#publish(turn, { query, state: 'searching', outcome });
  }

  /** Ranks the question on show anew with an encoder that came after it. */
  async #refine(encoder: QueryEncoder): Promise<void> {
    const { query, state, outcome } = this.#last;
    if (this.#encoder !== encoder || !query || state !== 'settled' || outcome?.tier === 'deep') return;
    await this.#deepen(this.#question, this.#turn, this.#embed(this.#question, this.#turn));
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

  /** Shows the deep ranking; false where there is none and the ranking before it is final. */
  async #deepen(question: Question, turn: number, embedding: Promise<Float32Array | undefined>): Promise<boolean> {
    const [engine, vector] = await Promise.all([this.#engine, embedding]);
    if (turn !== this.#turn) return false;
    const outcome =
      engine &&
      vector &&
      (await engine
        .deep(question, vector)
        .then((ranked) => ranked?.outcome())
        .catch(() => undefined));
    if (engine && outcome) await this.#settle(engine, question, turn, outcome, vector);
    return outcome !== undefined;
  }

  #publish(turn: number, update: Update): void {
    const worse = !this.#lacking && rank(update.outcome?.tier) < rank(this.#last.outcome?.tier);
    if (turn !== this.#turn || worse) return;
    this.#last = update;
    this.#lacking = false;
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

/** A question without the word being typed, which in a burst is another one with the next key. */
function finished(question: Question): Question {
  return question.partial ? { ...question, text: question.text.replace(/\S+$/u, ''), partial: false } : question;
}

function rank(tier: Tier | undefined): number {
  return tier === undefined ? -1 : TIERS.indexOf(tier);
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
