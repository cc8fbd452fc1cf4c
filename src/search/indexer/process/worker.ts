import { terminalProgress } from '../../../terminal/progress.ts';
import { buildSearch } from './build-index.ts';
import type { FromSearchProcess, ToSearchProcess } from './worker-client.ts';
import { preparePrior } from '../distil/prior.ts';
import { modelsKeptOpen } from './open-models.ts';
import { understands } from '../embed/language-support.ts';

/** A process that builds one search and ends; see worker-client.ts. */
const models = modelsKeptOpen();

process.on('message', (message: ToSearchProcess) => {
  if ('site' in message) return void prepare(message.site);
  buildSearch(message.center, message.articles, terminalProgress(), { models })
    .then((built): FromSearchProcess => ({ built }), (error: unknown): FromSearchProcess => ({ message: error instanceof Error ? error.message : String(error) }))
    .then((answer) => process.send!(answer, () => process.disconnect()));
});
// With the build that asked gone, nobody wants the answer.
process.once('disconnect', () => process.exit());

/**
 * Opens what a site is likely to need while its content is read: the models, the embeddings of the build before, and
 * what its first locale's student begins with. What goes wrong is told when they are needed.
 */
async function prepare({ search, locales }: Extract<ToSearchProcess, { site: unknown }>['site']): Promise<void> {
  const understood = locales.find(({ code }) => understands(search.model, code));
  const teacher = (await models(search, understood !== undefined, terminalProgress()).catch(() => undefined))?.teacher;
  if (!teacher || !understood) return;
  await teacher.embed([]).catch(() => {});
  await preparePrior(teacher, { locale: understood.code }).catch(() => {});
}
