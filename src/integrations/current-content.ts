import { searchedTexts } from '../content/published-articles.ts';
import type { HelpCenter } from '../content/types.ts';
import type { SearchBuild } from '../search/indexer/process/build-index.ts';
import { takeSearchWorker } from '../search/indexer/process/worker-client.ts';
import type { LiveSearch } from './live-search.ts';

/** The help center as it was last read, and its search. */
export class CurrentContent {
  center: HelpCenter;
  /** While writing, the search that follows the edits. */
  live: LiveSearch | undefined;
  #search: Promise<SearchBuild> | undefined;

  constructor(center: HelpCenter) {
    this.center = center;
  }

  /** The search that answers now; a build's is built when it is first asked for. */
  search(): Promise<SearchBuild> {
    if (this.live) return this.live.ready();
    return (this.#search ??= takeSearchWorker(this.center.site).build(this.center, searchedTexts(this.center)));
  }
}
