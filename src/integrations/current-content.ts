import { publishedArticles } from '../content/published-articles.ts';
import type { HelpCenter } from '../content/types.ts';
import { buildSearch, type SearchBuild } from '../search/indexer/process/build-index.ts';
import { IncrementalBuild } from '../search/indexer/process/incremental-build.ts';
import { takeSearchWorker } from '../search/indexer/process/worker-client.ts';
import { terminalProgress } from '../terminal/progress.ts';

/** The help center as it was last read, and its search, which is built when it is first asked for. */
export class CurrentContent {
  center: HelpCenter;
  #search: Promise<SearchBuild> | undefined;
  #incremental: IncrementalBuild | undefined;

  constructor(center: HelpCenter) {
    this.center = center;
  }

  /** The search that answers now. */
  search(): Promise<SearchBuild> {
    return (this.#search ??= this.#build());
  }

  /** Keeps the intermediate results of a search build in this process: only the dev server can reuse them. */
  keepBuilds(): void {
    this.#incremental = new IncrementalBuild();
  }

  /** Builds the search anew. The former one answers until the new one is ready; a failed one never replaces it. */
  async rebuildSearch(): Promise<void> {
    const former = this.#search;
    const next = this.#build();
    await next.then(
      () => (this.#search = next),
      () => (this.#search = former),
    );
  }

  #build(): Promise<SearchBuild> {
    const articles = publishedArticles(this.center);
    return this.#incremental
      ? buildSearch(this.center, articles, terminalProgress(), this.#incremental)
      : takeSearchWorker(this.center.site).build(this.center, articles);
  }
}
