import { buildSearch } from './build-search.ts';
import type { FromSearchProcess, ToSearchProcess } from './build-search-apart.ts';

/** A process that builds one search and ends; see build-search-apart.ts. */
process.once('message', ({ center, articles }: ToSearchProcess) => {
  buildSearch(center, articles)
    .then((built): FromSearchProcess => ({ built }), (error: unknown): FromSearchProcess => ({ message: error instanceof Error ? error.message : String(error) }))
    .then((answer) => process.send!(answer, () => process.disconnect()));
});
// With the build that asked gone, nobody wants the answer.
process.once('disconnect', () => process.exit());
