import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import type { Loader, LoaderContext } from 'astro/loaders';
import { createLinkResolver } from '../markdown/links.ts';
import { rehypePlugins, remarkPlugins } from '../markdown/plugins.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { onContentChange } from './on-content-change.ts';
import { readHelpCenter } from './read.ts';
import { contentRoot } from './root.ts';
import type { Article, HelpCenter } from './types.ts';

/**
 * Gives Astro every valid article, rendered. The reading is ours, so that a malformed file
 * costs only itself, and what is wrong with it is told by the same report everywhere.
 */
export function articleLoader(): Loader {
  return {
    name: 'signpost-articles',
    async load(context) {
      const root = contentRoot();
      await sync(context, await readHelpCenter(root));
      onContentChange(context.watcher, root, async () => sync(context, await readHelpCenter(root)));
    },
  };
}

async function sync(context: LoaderContext, center: HelpCenter): Promise<void> {
  const { store, config, parseData } = context;
  const render = await createRenderer(center, config);
  const addresses = digestOfAddresses(center);
  const gone = new Set(store.keys());
  for (const article of center.articles) {
    const id = entryId(article);
    gone.delete(id);
    const digest = hash(article.source, addresses);
    const known = store.get(id);
    if (known?.digest === digest) {
      if (known.assetImports?.length) registerImages(store, known);
      continue;
    }
    const filePath = path.join(center.root, article.file);
    const rendered = await render(article, pathToFileURL(filePath));
    const { body, bodyLine: _line, headings: _headings, sections: _sections, references: _references, anchors: _anchors, oddities: _oddities, source: _source, ...data } = article;
    store.set({
      id,
      // The collection's schema takes days as they are written, and stores them as dates.
      data: await parseData({ id, data, filePath }),
      body,
      filePath: path.relative(projectRoot(config), filePath).split(path.sep).join('/'),
      digest,
      rendered,
      ...(rendered.metadata.imagePaths.length > 0 && { assetImports: rendered.metadata.imagePaths }),
    });
  }
  for (const id of gone) store.delete(id);
}

/** The store forgets between builds which images a known entry needs; setting it anew is its way to hear of them. */
function registerImages(store: LoaderContext['store'], entry: NonNullable<ReturnType<LoaderContext['store']['get']>>): void {
  store.delete(entry.id);
  store.set(entry);
}

/** `ko/billing/refunds`: unique, because it is the file's place. */
function entryId(article: Article): string {
  return `${article.locale}/${article.category}/${article.slug}`;
}

/** Links are resolved when an article is rendered, so an article that moved changes all that may link to it. */
function digestOfAddresses(center: HelpCenter): string {
  const places = center.articles.map((article) => `${article.id} ${entryId(article)} ${isBuilt(article)}`);
  return hash(center.site?.base ?? '/', ...places.sort());
}

async function createRenderer(center: HelpCenter, config: LoaderContext['config']) {
  const options = { resolveLink: createLinkResolver(center), siteUrl: center.site?.url, fileExists: existsSync };
  const processor = await createMarkdownProcessor({
    image: config.image,
    syntaxHighlight: false,
    remarkPlugins: remarkPlugins(options) as RemarkPlugins,
    rehypePlugins: rehypePlugins(options) as RehypePlugins,
  });
  return async (article: Article, fileURL: URL) => {
    const { code, metadata } = await processor.render(article.body, { fileURL, frontmatter: { locale: article.locale } });
    return {
      html: code,
      metadata: { ...metadata, imagePaths: [...metadata.localImagePaths, ...metadata.remoteImagePaths] },
    };
  };
}

function projectRoot(config: LoaderContext['config']): string {
  return path.resolve(new URL(config.root).pathname);
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
