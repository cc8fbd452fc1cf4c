import type { BrowserCopy } from '../core/index/browser-copy.ts';
import type { Ids } from '../core/index/id-set.ts';
import type { Hit, LanguageHits, Outcome, Verdict } from '../core/types.ts';

/** What the visitor chose beside the question; the address of a page of results holds it. */
export interface Choices {
  /** No typo is mended. */
  asTyped?: boolean | undefined;
  /** Which of several subjects is meant. */
  about?: string | undefined;
  /** The only category that is wanted, by its title. */
  category?: string | undefined;
  /** Only articles with a text for these values of the site's choices are wanted. */
  variants?: string[] | undefined;
}

/** What the visitor asks for. */
export interface Question {
  text: string;
  choices?: Choices | undefined;
  /** What was said together with it, such as the rest of a message. */
  said?: string | undefined;
  /** Whether its answers come with what may be chosen beside it: which of several subjects is meant, and categories. */
  offersChoices?: boolean;
  /** Whether the last word may still be being typed. */
  partial?: boolean;
  /** How many articles to show. */
  limit?: number;
  /** The locale that it is in, where it is not the index's. */
  askedIn?: string | undefined;
  /** Tells by their ids which articles are left out. */
  without?: (article: string) => boolean;
  /** Whether a preview from the files fetched so far is shown before the others are fetched. */
  preview?: boolean;
}

/** A ranking whose texts were not fetched yet: while somebody types, most rankings are overtaken before they are seen. */
export interface Ranked {
  /** Whether its first article answers; of a large site it fetches that article's title. */
  verdict(): Promise<Verdict>;
  /** Fetches what is shown of it. */
  outcome(): Promise<Outcome>;
}

/** What can be shown without fetching anything else. */
export interface Preview {
  outcome: Outcome;
  /** False where files that were not fetched yet would add something: the meaning of a word, the text of an article. */
  complete: boolean;
}

/** Ranks questions over one opened index. */
export interface SearchEngine {
  /** What the transformer's worker downloads; undefined when the index goes without it. */
  browserCopy?: BrowserCopy | undefined;
  /** Whether so much is in files of their own that typing is ahead of them: `wordsFirst` is worth asking. */
  large?: boolean;
  /** The instant ranking, or with a vector the deep one, from the files fetched so far; undefined until they are enough. */
  preview(question: Question, vector?: Float32Array): Promise<Preview | undefined>;
  /**
   * A preview for which words and the texts of the first articles are fetched, but nothing of what words mean; undefined where it
   * finds nothing.
   */
  wordsFirst?(question: Question, articles: number): Promise<Preview | undefined>;
  /** Fetches what a ranking is made of, texts aside. */
  prefetch(question: Question, embedded: boolean): Promise<void>;
  lexical(question: Question): Promise<Ranked>;
  /** Undefined when this index has no distilled encoder. */
  instant(question: Question): Promise<Ranked | undefined>;
  /** `vector` is the transformer's embedding of the question; undefined where the index was not made by that transformer. */
  deep(question: Question, vector: Float32Array): Promise<Ranked | undefined>;
  /**
   * An outcome with what the site's other languages have beside it; undefined where they are not asked.
   * @param vector The transformer's embedding of the question, where there is one.
   */
  others?(question: Question, outcome: Outcome, vector?: Float32Array): Promise<Outcome> | undefined;
}

/** Ranks questions over the index of one locale, in whatever language they are. */
export interface LocaleEngine extends SearchEngine {
  wordsFirst(question: Question, articles: number): Promise<Preview | undefined>;
  locale: string;
  /** Tells which articles it has. */
  ids(): Promise<Ids>;
  /** The model whose vectors of questions in a locale can be ranked by; undefined where none can. */
  reads(locale: string): string | undefined;
  /** The model of the browser's copy, where that understands questions in a locale. */
  embeds(locale: string): string | undefined;
}

/**
 * searching: more is about to come. settled: this is the answer, though the deep tier may still refine it.
 * offline, broken: nothing can be shown; `retry` may help.
 */
type State = 'searching' | 'settled' | 'offline' | 'broken';

export interface Update {
  query: string;
  choices?: Choices | undefined;
  state: State;
  /** The best ranking so far; undefined while there is none. Of one that is being read nothing moves any more. */
  outcome: Outcome | undefined;
  /** A certain answer that came while a ranking without one was being read. */
  offered?: Hit | undefined;
  /** What other languages have, where that came while the ranking was being read. */
  late?: LanguageHits[] | undefined;
}
