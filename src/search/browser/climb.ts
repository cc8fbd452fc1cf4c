import { IndexError } from '../core/format/index-error.ts';
import { endsInFirstLetters } from '../core/query/beginning.ts';
import type { Outcome } from '../core/types.ts';
import type { Preview, Question, Ranked, SearchEngine, Update } from './engine-types.ts';

/**
 * Keyword results wait this long for semantic ones (ms), so that a list that is about to improve does not flicker, and texts
 * that it will not have are not fetched.
 */
const GRACE = 80;
/** Titles wait this long (ms) for their texts. */
const TEXTS = 30;
/** Instant results wait as long for deep ones, whose embedding began with them: two lists within a blink are a flicker. */
const SOON = 30;
/** An answer waits so long (ms) for what other languages have beside it: it would move what is below. */
const TOGETHER = 150;
/** Where that takes longer (ms), the answer is final, and whatever it is, is said. */
const ALONE = 1500;
/** How long a preview may take to be painted (ms) before missing files are fetched: arriving files would delay the paint. */
const PAINTED = 25;
/** A preview is completed this long after its key (ms). In a burst it waits longer, since drawing delays the next key. */
const LULL = { usual: 60, burst: 180 };
/** So many articles are in sight above a phone's keyboard. */
const IN_SIGHT = 3;

/** What a question's answers are shown on. */
export interface Stage {
  /** Whether nothing was asked since. */
  isNewest(): boolean;
  /** Whether a transformer ranks questions, too. */
  refines(): boolean;
  /** The answer on show. */
  shown(): Outcome | undefined;
  /**
   * Shows an answer unless a better one is there or another question was asked since.
   * @param lacking Whether the answer is a preview that lacks something.
   */
  publish(update: Omit<Update, 'query' | 'choices'>, lacking?: boolean): void;
  /** The transformer's embedding of the question; undefined without one. */
  vector: Promise<Float32Array | undefined>;
  /** Whether the question followed the one before in a burst of typing. */
  burst: boolean;
}

/** One question on its way from tier to tier. */
export class Climb {
  readonly #engine: SearchEngine;
  readonly #question: Question;
  readonly #stage: Stage;

  constructor(engine: SearchEngine, question: Question, stage: Stage) {
    this.#engine = engine;
    this.#question = question;
    this.#stage = stage;
  }

  /**
   * Shows a preview, then the lexical ranking, then the instant one, then the deep one, each only if better than
   * what is there, and none that the next one is about to replace.
   * @param renewable Whether an index that is gone in part can still be opened anew.
   * @throws IndexError where it can, or when keywords cannot be ranked either.
   */
  async run(renewable: boolean): Promise<void> {
    const [engine, question, stage] = [this.#engine, this.#question, this.#stage];
    let outdated: IndexError | undefined;
    // An instant tier that fails or is absent leaves the lexical ranking in place.
    const without = (error: unknown): undefined => {
      if (error instanceof IndexError) outdated = error;
    };
    if (question.preview && (await this.#showPreview())) return;
    if (!stage.isNewest()) return;
    // The instant ranking includes the keywords: they are ranked alone only where it is late or fails.
    let keywords: Promise<Ranked> | undefined;
    const byKeywords = () => (keywords ??= engine.lexical(question));
    const instant = engine
      .instant(question)
      .catch(without)
      .then((ranked) => ranked ?? byKeywords());
    const early = await Promise.race([instant, pause(GRACE)]);
    if (!stage.isNewest()) return;
    if (!early && !stage.shown())
      void byKeywords()
        .then((keyword) => this.#meanwhile(keyword, instant))
        .catch(() => {});
    const better = await instant;
    const quick = stage.refines() ? await Promise.race([stage.vector, pause(early ? SOON : 0)]) : undefined;
    if (!stage.isNewest()) return;
    if (quick && (await this.deepen())) return;
    const texts = better.outcome();
    if (question.preview) void this.#titles(texts);
    const best = (await texts.catch(without)) ?? (await (await byKeywords()).outcome());
    if (outdated && renewable) throw outdated;
    // "Nothing answers this" is shown only once the best available tier has answered.
    const doubtful = stage.refines() && best.verdict === 'none';
    if (doubtful) stage.publish({ state: 'searching', outcome: best });
    else await this.#settle(best);
    if (!(await this.deepen()) && doubtful) await this.#settle(best);
  }

  /** Shows the deep ranking; false where there is none and the ranking before it is final. */
  async deepen(): Promise<boolean> {
    const vector = await this.#stage.vector;
    if (!vector || !this.#stage.isNewest()) return false;
    const outcome = await this.#engine
      .deep(this.#question, vector)
      .then((ranked) => ranked?.outcome())
      .catch(() => undefined);
    if (outcome) await this.#settle(outcome, vector);
    return outcome !== undefined;
  }

  /** Shows an answer, and with it, as soon as that is here, what other languages have beside it. */
  async #settle(outcome: Outcome, vector?: Float32Array): Promise<void> {
    const stage = this.#stage;
    const more = stage.isNewest() ? this.#engine.others?.(this.#question, outcome, vector) : undefined;
    if (!more) return stage.publish({ state: 'settled', outcome });
    const both = more.catch(() => outcome);
    const together = await Promise.race([both, pause(TOGETHER)]);
    // What they had beside an earlier ranking is not taken away meanwhile.
    if (!together && !stage.shown()?.others) stage.publish({ state: 'searching', outcome });
    if (!together && !(await Promise.race([both, pause(ALONE)]))) stage.publish({ state: 'settled', outcome });
    stage.publish({ state: 'settled', outcome: await both });
  }

  /** Shows titles where nothing is on show yet and their texts are slow. */
  async #titles(texts: Promise<Outcome>): Promise<void> {
    const soon = await Promise.race([
      texts.then(
        () => true,
        () => true,
      ),
      pause(TEXTS),
    ]);
    const found = soon ? undefined : await this.#engine.preview(this.#question).catch(() => undefined);
    if (found && !this.#stage.shown()) this.#first(found);
  }

  /** Shows a preview and waits for a lull in the typing; true where nothing needs to follow. */
  async #showPreview(): Promise<boolean> {
    const [engine, question, stage] = [this.#engine, this.#question, this.#stage];
    const lull = pause(stage.burst ? LULL.burst : LULL.usual);
    const preview = (embedded?: Float32Array) => engine.preview(question, embedded).catch(() => undefined);
    const soon = stage.refines() ? Promise.race([stage.vector, pause(SOON)]) : undefined;
    const instant = await preview();
    if (!instant) await this.#showFirst(lull);
    const quick = await soon;
    const found = (quick && (await preview(quick))) ?? instant;
    if (!found || !stage.isNewest()) return false;
    if (this.#first(found)) return true;
    const late = quick ?? (await Promise.race([stage.vector, lull]));
    const deep = late && late !== quick && (await preview(late));
    if (deep && this.#first(deep)) return true;
    await pause(PAINTED);
    // For this question and for those that further typing will make of it.
    if (stage.isNewest())
      void engine.prefetch(stage.burst ? finished(question) : question, late !== undefined).catch(() => {});
    await lull;
    return late !== undefined && (await this.deepen());
  }

  /**
   * Shows what words find where a burst of typing is ahead of its files, and waits for its end: what is typed is soon another
   * question, and what it means is not worth its bytes yet.
   */
  async #showFirst(lull: Promise<undefined>): Promise<void> {
    const [engine, question, stage] = [this.#engine, this.#question, this.#stage];
    if (!engine.large) return;
    const asked = endsInFirstLetters(question.text) ? finished(question) : question;
    if (asked.text === '') return pause(LULL.burst);
    if (!stage.burst || !stage.isNewest()) return;
    const byWords = (articles: number) =>
      Promise.race([engine.wordsFirst?.(asked, articles).catch(() => undefined), lull]);
    const found = await byWords(1);
    if (!found) return;
    this.#first(found);
    await pause(PAINTED);
    const more = stage.isNewest() ? await byWords(IN_SIGHT) : undefined;
    if (more) this.#first(more);
    if (stage.isNewest()) void engine.prefetch(finished(question), false).catch(() => {});
    await lull;
  }

  /** Shows a preview; true where it is the final answer, too. */
  #first({ outcome, complete }: Preview): boolean {
    if (!this.#stage.isNewest()) return false;
    const refinable = this.#stage.refines() && outcome.tier !== 'deep';
    const doubtful = refinable && outcome.verdict === 'none';
    this.#stage.publish({ state: complete && !doubtful ? 'settled' : 'searching', outcome }, !complete);
    return complete && !refinable;
  }

  /** Shows a ranking that a better one follows, unless the better one is ready with its texts by then. */
  async #meanwhile(ranked: Ranked, better: Promise<Ranked>): Promise<void> {
    if (!this.#stage.isNewest()) return;
    const outcome = await ranked.outcome();
    const next = await Promise.race([better, pause(0)]);
    const overtaken =
      next &&
      (await Promise.race([
        next.outcome().then(
          () => true,
          () => false,
        ),
        pause(0),
      ]));
    if (!overtaken) this.#stage.publish({ state: 'searching', outcome });
  }
}

/** A question without the word being typed, which in a burst is another one with the next key. */
function finished(question: Question): Question {
  return question.partial ? { ...question, text: question.text.replace(/\S+$/u, ''), partial: false } : question;
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
