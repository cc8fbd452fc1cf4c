import { terminalProgress } from '../../../terminal/progress.ts';
import { preparePrior } from '../distil/prior.ts';
import { understands } from '../embed/language-support.ts';
import { buildSearch } from './build-index.ts';
import { reuseModels } from './open-models.ts';
import type { SearchSite, WorkerRequest, WorkerResponse } from './worker-messages.ts';

/** A process that builds one search and ends; see worker-client.ts. */
const openModels = reuseModels();

process.on('message', (request: WorkerRequest) => {
  if ('site' in request) return void prepare(request.site);
  buildSearch(request.center, request.articles, terminalProgress(), { openModels })
    .then(
      (built): WorkerResponse => ({ built }),
      (error: unknown): WorkerResponse => ({ message: error instanceof Error ? error.message : String(error) }),
    )
    .then((response) => process.send!(response, () => process.disconnect()));
});
// The build that started this process has ended: nobody needs the result.
process.once('disconnect', () => process.exit());

/**
 * Opens what a site is likely to need while its content is read: the models, the embeddings of the build before, and
 * what its first locale's student begins with. Failures are reported when they are needed.
 */
async function prepare({ search, locales }: SearchSite): Promise<void> {
  const understood = locales.find(({ code }) => understands(search.model, code));
  const teacher = (await openModels(search, understood !== undefined, terminalProgress()).catch(() => undefined))
    ?.teacher;
  if (!teacher || !understood) return;
  await teacher.embed([]).catch(() => {});
  await preparePrior(teacher, { locale: understood.code }).catch(() => {});
}
