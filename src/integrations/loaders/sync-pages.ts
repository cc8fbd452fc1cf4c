import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { collectGarbage } from '../../cache/collect-garbage.ts';
import { memoize } from '../../cache/memoize.ts';
import { otherFilesOf } from '../../content/insert/uses.ts';
import type { Article, HelpCenter, OwnPage, WrittenPage } from '../../content/types.ts';
import { darkPicture } from '../../markdown/rehype-images.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import { embeddedIn, videoPath, videosOf } from '../video-files.ts';
import { fetchPosters, posterPaths } from '../video-posters.ts';
import type { ConvertedTexts } from './converted-texts.ts';
import { createPageLinks, createRenderer, digestAround, hash } from './render-page.ts';

/** Brings Astro's store of articles in line with the help center: each of its pages is rendered where it changed. */
export async function syncArticles(context: LoaderContext, center: HelpCenter, texts: ConvertedTexts): Promise<void> {
  // A build carries every picture of the store into the site, drafts' too; only while writing they are needed.
  const wanted = pagesOf(center).filter(({ text }) => context.watcher !== undefined || isBuilt(text));
  await sync(context, center, texts, wanted, ({ category, slug }) => `${category}/${slug}`);
}

/** The same for the pages of the owner's own. */
export async function syncOwnPages(context: LoaderContext, center: HelpCenter, texts: ConvertedTexts): Promise<void> {
  await sync(context, center, texts, ownPagesOf(center), ({ slug }) => slug);
}

/** Texts after whose conversion a build frees what that took, several times as much as is kept: sections are embedded meanwhile. */
const COLLECTED = 1_000;

/** Milliseconds after which others have a turn: converting waits for nothing, and Vite gives up what it hears nothing of for a minute. */
const TURN = 50;

/** A text, and the locale of a page that shows it. */
interface Shown<T> {
  text: T;
  page: string;
}

async function sync<T extends Article | OwnPage>(
  { store, config, logger, parseData, watcher }: LoaderContext,
  center: HelpCenter,
  texts: ConvertedTexts,
  wanted: readonly Shown<T>[],
  nameOf: (text: T) => string,
): Promise<void> {
  const around = digestAround(center, config);
  const linkOnPage = createPageLinks(center);
  const files = new Set(center.files);
  const films = wanted.flatMap(({ text }) => embeddedIn(text, files));
  // While writing no other site is asked for anything.
  if (!watcher) for (const warning of await fetchPosters(films)) logger.warn(warning);
  const posters = await posterPaths(films);
  const render = createRenderer(center, config, posters);
  const gone = new Set(store.keys());
  let converted = 0;
  let turn = performance.now();
  for (const { text, page } of wanted) {
    if (performance.now() - turn > TURN) {
      await setImmediate();
      turn = performance.now();
    }
    const id = `${page}/${nameOf(text)}${page === text.locale ? '' : ` (${text.locale})`}`;
    gone.delete(id);
    const otherFiles = otherFilesOf(text, center.sources);
    const links = text.references.flatMap(({ kind, target }) =>
      kind === 'link' ? (linkOnPage(target, text.file, page) ?? '') : [],
    );
    const digest = hash(
      writtenDigest(text),
      page,
      around,
      ...links,
      ...otherFiles,
      ...picturesOf(text, files),
      ...videosOf(text, files).map((file) => videoPath(center.root, file)),
      ...embeddedIn(text, files).map((film) => posters.get(film.id) ?? ''),
    );
    const stored = store.get(id);
    if (stored?.digest === digest && texts.has(digest)) {
      texts.keep(digest);
      if (stored.assetImports?.length) registerImages(store, stored);
      continue;
    }
    const filePath = path.join(center.root, text.file);
    // A build that was killed may have left it.
    const kept = texts.get(digest);
    const rendered = kept?.rendered ?? (await render(text, page));
    if (!watcher && ++converted % COLLECTED === 0) collectGarbage();
    if (!kept) texts.set(digest, { body: text.body, rendered });
    const imagePaths = rendered.metadata?.imagePaths ?? [];
    const {
      body: _body,
      bodyLine: _line,
      headings: _headings,
      sections: _sections,
      references: _references,
      anchors: _anchors,
      diagnostics: _diagnostics,
      variantBlocks: _variantBlocks,
      prose: _prose,
      source: _source,
      insertions: _insertions,
      ...data
    } = text;
    store.set({
      id,
      // The collection's schema takes days as they are written, and stores them as dates.
      data: await parseData({ id, data: { ...data, page, otherFiles }, filePath }),
      filePath: path.relative(fileURLToPath(config.root), filePath).split(path.sep).join('/'),
      digest,
      ...(imagePaths.length > 0 && { assetImports: imagePaths }),
    });
  }
  for (const id of gone) store.delete(id);
  // While writing each edit would make a file of its own.
  if (!watcher) texts.save();
}

/** Of what stands in a text itself. While writing most are those of the edit before. */
const writtenDigest = memoize(({ file, source, body, title, description }: Article | OwnPage): string =>
  hash(file, source, body, title, description),
);

/** The pictures that a text names and that are there: one that is added later, also for dark pages, is shown at once. */
function picturesOf({ file, references }: WrittenPage, files: ReadonlySet<string>): string[] {
  return references.flatMap(({ kind, target }) => {
    if (kind !== 'image') return [];
    const picture = path.posix.join(path.posix.dirname(file), safeDecode(target.replace(/[?#].*/s, '')));
    return [picture, darkPicture(picture)].filter((one): one is string => one !== undefined && files.has(one));
  });
}

/** The store forgets between builds which images an entry that it keeps needs; setting it anew is how it learns of them. */
function registerImages(
  store: LoaderContext['store'],
  entry: NonNullable<ReturnType<LoaderContext['store']['get']>>,
): void {
  store.delete(entry.id);
  store.set(entry);
}

/** Each article in its own locale, and the default locale's also in every locale that lacks it. */
function pagesOf({ articles, site }: HelpCenter): Shown<Article>[] {
  const there = new Set(articles.filter((article) => isBuilt(article)).map(({ locale, id }) => `${locale} ${id}`));
  return articles.flatMap((article) => {
    const lacking =
      site && article.locale === site.defaultLocale
        ? site.locales.filter(({ code }) => !there.has(`${code} ${article.id}`))
        : [];
    const others = lacking.map(({ code }) => code).filter((code) => code !== article.locale);
    return [article.locale, ...others].map((page) => ({ text: article, page }));
  });
}

/** Each page of the owner's own in its locale, and the default locale's also in every locale that lacks it. */
function ownPagesOf({ ownPages, site }: HelpCenter): Shown<OwnPage>[] {
  const there = new Set(ownPages.map(({ locale, slug }) => `${locale} ${slug}`));
  return ownPages.flatMap((text) => {
    const lacking = (text.locale === site?.defaultLocale ? site.locales : []).filter(
      ({ code }) => !there.has(`${code} ${text.slug}`),
    );
    return [text.locale, ...lacking.map(({ code }) => code)].map((page) => ({ text, page }));
  });
}
