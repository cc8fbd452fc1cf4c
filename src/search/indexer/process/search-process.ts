import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { applyProgress, type ProgressSink } from '../../../terminal/progress.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';
import {
  messageParts,
  type SearchKind,
  type SearchSite,
  type SentArticle,
  type WorkerRequest,
  type WorkerResponse,
} from './worker-messages.ts';

export interface SearchProcessOptions {
  progress: ProgressSink;
  /** For a process that goes on: builds leave to the next what an edit does not change, and give way to the pages. */
  incremental?: boolean;
}

/**
 * Blocks of so many bytes go back to the system when they are freed. Without a bound that is said, glibc soon keeps blocks of up to
 * 32 MB for the next one of their size, while vectors need ever other sizes. Other systems' allocators do not read it.
 */
const ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: String(1024 ** 2) };

interface Waiting {
  resolve(built: SearchBuild): void;
  reject(error: Error): void;
}

/**
 * A process that builds searches, seen from the one that asks for them: that one renders pages meanwhile, and the memory
 * that embedding and distilling take is given back when it ends.
 */
export class SearchProcess {
  readonly #child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    serialization: 'advanced',
    env: { ...ALLOCATOR, ...process.env },
  });
  readonly #incremental: boolean;
  readonly #waiting = new Map<number, Waiting>();
  readonly #numbers = new WeakMap<SearchArticle, number>();
  #articles = 0;
  #builds = 0;
  /** Numbers of the articles that the process has. */
  #there = new Set<number>();
  /** The files of the last answer. */
  #files: SearchBuild['files'] = new Map();
  /** Files of the next answer that are here already. */
  #received: SearchBuild['files'] = new Map();
  /** Ends when all that was to be sent is sent. */
  #sent: Promise<void> = Promise.resolve();
  #failure: Error | undefined;

  constructor({ progress, incremental = false }: SearchProcessOptions) {
    this.#incremental = incremental;
    this.#child.on('message', (response: WorkerResponse) => {
      if ('progress' in response) return applyProgress(progress, response.progress);
      if ('files' in response) {
        for (const [name, content] of response.files) this.#received.set(name, content);
        return;
      }
      const waiting = this.#waiting.get(response.id);
      this.#waiting.delete(response.id);
      if ('message' in response) return waiting?.reject(new Error(response.message));
      const { kept, ...built } = response.built;
      this.#files = new Map([...kept.map((name) => [name, this.#files.get(name)!] as const), ...this.#received]);
      this.#received = new Map();
      waiting?.resolve({ ...built, files: this.#files });
    });
    this.#child.once('error', (error) => this.#fail(error));
    this.#child.once('exit', (code, signal) =>
      this.#fail(
        new Error(
          `The search could not be built: its process ended (${signal ?? `status ${code}`}). It may have run out of memory; close other programs and build again.`,
        ),
      ),
    );
    if (incremental) this.#giveWay();
  }

  /** Whether it has ended, and another one has to be started. */
  get ended(): boolean {
    return this.#failure !== undefined;
  }

  /** Opens what this site's search needs, before there is content to build from. */
  prepare({ search, locales, defaultLocale }: SearchSite): void {
    this.#send([{ prepare: { search, locales, defaultLocale } }]);
  }

  /**
   * Builds a search as `buildSearch` does.
   * @throws Error (by rejection) with the message that it failed with.
   */
  build(
    kind: SearchKind,
    { site, categories, synonyms, pins }: SearchCenter,
    articles: readonly SearchArticle[],
  ): Promise<SearchBuild> {
    const id = this.#builds++;
    const built = new Promise<SearchBuild>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const sent = articles.map((article) => this.#numbered(article));
    this.#there = new Set(sent.map((one) => (typeof one === 'number' ? one : one.number)));
    this.#send([
      ...messageParts(sent).map((articles) => ({ articles })),
      { build: kind, id, center: { site, categories, synonyms, pins }, incremental: this.#incremental },
    ]);
    if (this.#failure) this.#fail(this.#failure);
    return built;
  }

  end(): void {
    this.#child.kill();
  }

  #numbered(article: SearchArticle): SentArticle {
    const before = this.#numbers.get(article);
    if (before !== undefined && this.#there.has(before)) return before;
    const number = before ?? this.#articles++;
    this.#numbers.set(article, number);
    return { number, article: essential(article) };
  }

  /** Sends one after the other, so that only one of them takes memory at a time. */
  #send(requests: readonly WorkerRequest[]): void {
    this.#sent = this.#sent.then(async () => {
      // What cannot be sent is told by the end of the process.
      for (const request of requests) await new Promise<void>((resolve) => this.#child.send(request, () => resolve()));
    });
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** Pages that somebody waits for come first. */
  #giveWay(): void {
    try {
      if (this.#child.pid !== undefined) setPriority(this.#child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // Some systems allow no such thing; it is a kindness only.
    }
  }
}

/** Without source and syntax trees, which are many times as large as what is searched. */
function essential({
  id,
  title,
  description,
  keywords,
  locale,
  category,
  slug,
  sections,
}: SearchArticle): SearchArticle {
  return { id, title, description, keywords, locale, category, slug, sections };
}
