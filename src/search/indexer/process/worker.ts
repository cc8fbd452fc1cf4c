import { sentProgress, silentProgress } from '../../../terminal/progress.ts';
import { languageOf } from '../../core/text/language.ts';
import { preparePrior } from '../distil/prior.ts';
import { buildSearch, CURRENT_FOLDER, type SearchArticle, type SearchBuild } from './build-index.ts';
import { buildLocale } from './build-locale.ts';
import { IncrementalBuild } from './incremental-build.ts';
import { NO_MODELS } from './open-models.ts';
import {
  messageParts,
  type SearchSite,
  type SentArticle,
  type WorkerRequest,
  type WorkerResponse,
} from './worker-messages.ts';

/** A process that builds searches until the one that asked disconnects; see search-process.ts. */
const kept = new IncrementalBuild();
const progress = sentProgress((call) => void send({ progress: call }));
/** Articles by the numbers they were sent under. */
let known = new Map<number, SearchArticle>();
/** Those of the build that is asked for next. */
let coming: SentArticle[] = [];
/** Names of the files of the last answer. */
let sent = new Set<string>();
/** Ends when all that was answered is sent. */
let answered: Promise<void> = Promise.resolve();

process.on('message', (request: WorkerRequest) => {
  if ('prepare' in request) return void prepare(request.prepare);
  if ('articles' in request) return void coming.push(...request.articles);
  const { id, center } = request;
  const articles = received(coming);
  coming = [];
  const how =
    request.build === 'words'
      ? { openModels: async () => NO_MODELS, buildLocale: withoutCache }
      : request.incremental
        ? kept
        : { openModels: kept.openModels };
  buildSearch(center, articles, request.build === 'words' ? silentProgress : progress, how).then(
    (built) => answer(...answerOf(id, built)),
    (error: unknown) => answer({ id, message: error instanceof Error ? error.message : String(error) }),
  );
});
// The process that started this one has ended: nobody needs the result.
process.once('disconnect', () => process.exit());

/** What the search by meaning follows at once, which says what is related. */
const withoutCache: IncrementalBuild['buildLocale'] = (_key, input) =>
  buildLocale({ ...input, live: true, related: false });

/** Sends one after the other, so that only one of them takes memory at a time, and none of another answer between them. */
function answer(...responses: readonly WorkerResponse[]): void {
  answered = answered.then(async () => {
    for (const response of responses) await send(response);
  });
}

function send(response: WorkerResponse): Promise<void> {
  // The other process may have ended; then so does this one.
  return new Promise((resolve) => process.send!(response, () => resolve()));
}

/** The articles of a request, each the same object as in the request before, so that what was made of it is found. */
function received(articles: readonly SentArticle[]): SearchArticle[] {
  const now = new Map(
    articles.map((one) => (typeof one === 'number' ? [one, known.get(one)!] : [one.number, one.article])),
  );
  known = now;
  return [...now.values()];
}

/** Names carry a hash of the content: what was sent under a name is not sent again, and the model takes megabytes. */
function answerOf(id: number, { files, ...built }: SearchBuild): WorkerResponse[] {
  const isFresh = (name: string): boolean => name.startsWith(`${CURRENT_FOLDER}/`) || !sent.has(name);
  const names = [...files.keys()];
  const fresh = [...files].filter(([name]) => isFresh(name));
  const kept = names.filter((name) => !isFresh(name));
  sent = new Set(names);
  return [...messageParts(fresh).map((part) => ({ files: new Map(part) })), { id, built: { ...built, kept } }];
}

/**
 * Opens what a site is likely to need while its content is read: the models, the embeddings of the build before, and
 * what its students begin with. Failures are reported when they are needed.
 */
async function prepare({ search, locales, defaultLocale }: SearchSite): Promise<void> {
  const codes = locales.map(({ code }) => code);
  const models = await kept.openModels(search, codes, progress).catch(() => undefined);
  for (const [locale, { teacher }] of models?.of ?? []) {
    await teacher.embed([]).catch(() => {});
    await preparePrior(teacher, { locale }).catch(() => {});
  }
  const others = new Set(codes.map(languageOf));
  others.delete(languageOf(defaultLocale));
  const foreign = others.size > 0 ? await models?.foreign().catch(() => undefined) : undefined;
  for (const locale of foreign ? others : []) await preparePrior(foreign!.teacher, { locale }).catch(() => {});
}
