import { searchedTexts } from '../content/published-articles.ts';
import type { HelpCenter } from '../content/types.ts';
import { unavailableWarnings } from '../search/indexer/distil/student.ts';
import type { SearchBuild } from '../search/indexer/process/build-index.ts';
import { SearchProcess } from '../search/indexer/process/search-process.ts';
import type { ProgressSink } from '../terminal/progress.ts';

/** A process that builds searches, or what stands for it in a test. */
export type SearchBuilder = Pick<SearchProcess, 'build' | 'end' | 'ended'>;

/**
 * The search while writing: by words at once, by meaning as soon as the models are there and the student has learned,
 * which takes its time once; from then on an edit is searched by both. A process of its own does the work, so that pages
 * are served meanwhile.
 */
export class LiveSearch {
  readonly #open: () => SearchBuilder;
  readonly #tell: (message: string) => void;
  #process: SearchBuilder | undefined;
  #newest: HelpCenter | undefined;
  #search: SearchBuild | undefined;
  #first: Promise<unknown> | undefined;
  /** Whether a search by meaning was ever built. */
  #understands = false;
  /** What was told about languages without a model: once is enough. */
  readonly #warned = new Set<string>();
  /** The build by meaning that is under way, with those that follow it. */
  #meaning: Promise<void> | undefined;

  /**
   * @param tell Says a line to the writer.
   * @param open Starts a process; another one where the first has ended.
   */
  constructor(
    progress: ProgressSink,
    tell: (message: string) => void,
    open = (): SearchBuilder => new SearchProcess({ progress, incremental: true }),
  ) {
    this.#tell = tell;
    this.#open = open;
  }

  /** The newest search there is, without waiting; undefined before the first one. */
  get now(): SearchBuild | undefined {
    return this.#search;
  }

  /**
   * The newest search there is, once there is one.
   * @throws Error (by rejection) when none could be built of the newest content, and there is none from before.
   */
  async ready(): Promise<SearchBuild> {
    if (!this.#search) await this.#first;
    if (!this.#search) throw new Error('it is not built yet');
    return this.#search;
  }

  /**
   * Builds the search of this content. Resolves when it is searched: by words until the first search by meaning is there.
   * What was built before answers meanwhile, and goes on where the new one fails.
   */
  update(center: HelpCenter): Promise<void> {
    this.#newest = center;
    const words = this.#understands ? undefined : this.#byWords(center);
    // Its failure is told to whoever asks for the search while there is none.
    if (words && !this.#search) this.#first = words;
    this.#meaning ??= this.#byMeaning();
    return words?.catch(() => {}) ?? this.#meaning;
  }

  end(): void {
    this.#newest = undefined;
    this.#process?.end();
    this.#process = undefined;
  }

  async #byWords(center: HelpCenter): Promise<void> {
    const built = await this.#build('words', center);
    if (center === this.#newest && !this.#understands) this.#search = built;
  }

  /** Builds by meaning until what was built is of the newest content. */
  async #byMeaning(): Promise<void> {
    let center: HelpCenter | undefined;
    while (this.#newest && center !== this.#newest) {
      center = this.#newest;
      try {
        const built = await this.#build('meaning', center);
        if (center !== this.#newest) continue;
        this.#search = built;
        if (!this.#understands && Object.keys(built.students).length > 0)
          this.#tell('The search understands questions now; until here it knew words alone.');
        this.#understands = true;
        for (const warning of unavailableWarnings(built.unavailable)) this.#warn(warning);
      } catch (error) {
        if (this.#newest) this.#tell(`The search is not built anew: ${(error as Error).message}`);
      }
    }
    this.#meaning = undefined;
  }

  #warn(warning: string): void {
    if (!this.#warned.has(warning)) this.#tell(warning);
    this.#warned.add(warning);
  }

  #build(kind: 'words' | 'meaning', center: HelpCenter): Promise<SearchBuild> {
    if (!this.#process || this.#process.ended) this.#process = this.#open();
    return this.#process.build(kind, center, searchedTexts(center));
  }
}
