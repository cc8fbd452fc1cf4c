import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMarkdownProcessor, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import type { LoaderContext } from 'astro/loaders';
import { pathInLocale } from '../../content/article-paths.ts';
import { createLinkResolver } from '../../content/links.ts';
import type { Article, HelpCenter } from '../../content/types.ts';
import type { MarkdownOptions } from '../../markdown/options.ts';
import { rehypePlugins, remarkPlugins } from '../../markdown/plugins.ts';
import { isBuilt } from '../../schemas/publishing.ts';

/** Brings Astro's store of articles in line with the help center: each of its pages is rendered where it changed. */
export async function syncArticles(context: LoaderContext, center: HelpCenter): Promise<void> {
  const { store, config, parseData } = context;
  const render = await createRenderer(center, config);
  const around = digestOfAddresses(center) + hash(JSON.stringify([center.strings, center.site?.timeZone]));
  const gone = new Set(store.keys());
  // A build carries every picture of the store into the site, drafts' too; only while writing they are needed.
  const wanted = pagesOf(center).filter(({ article }) => context.watcher !== undefined || isBuilt(article));
  for (const { article, page } of wanted) {
    const id = `${page}/${article.category}/${article.slug}${page === article.locale ? '' : ` (${article.locale})`}`;
    gone.delete(id);
    const digest = hash(article.source, around);
    const stored = store.get(id);
    if (stored?.digest === digest) {
      if (stored.assetImports?.length) registerImages(store, stored);
      continue;
    }
    const filePath = path.join(center.root, article.file);
    const rendered = await render(article, page);
    const {
      body,
      bodyLine: _line,
      headings: _headings,
      sections: _sections,
      references: _references,
      anchors: _anchors,
      diagnostics: _diagnostics,
      prose: _prose,
      source: _source,
      ...data
    } = article;
    store.set({
      id,
      // The collection's schema takes days as they are written, and stores them as dates.
      data: await parseData({ id, data: { ...data, page }, filePath }),
      body,
      filePath: path.relative(fileURLToPath(config.root), filePath).split(path.sep).join('/'),
      digest,
      rendered,
      ...(rendered.metadata.imagePaths.length > 0 && { assetImports: rendered.metadata.imagePaths }),
    });
  }
  for (const id of gone) store.delete(id);
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
function pagesOf({ articles, site }: HelpCenter): { article: Article; page: string }[] {
  const there = new Set(articles.filter((article) => isBuilt(article)).map(({ locale, id }) => `${locale} ${id}`));
  return articles.flatMap((article) => {
    const lacking =
      site && article.locale === site.defaultLocale
        ? site.locales.filter(({ code }) => !there.has(`${code} ${article.id}`))
        : [];
    const others = lacking.map(({ code }) => code).filter((code) => code !== article.locale);
    return [article.locale, ...others].map((page) => ({ article, page }));
  });
}

/** Links are resolved when an article is rendered, so an article that moved changes all that may link to it. */
function digestOfAddresses(center: HelpCenter): string {
  const addresses = center.articles.map((article) => `${article.id} ${article.file} ${isBuilt(article)}`);
  return hash(center.site?.base ?? '/', ...addresses.sort());
}

async function createRenderer(center: HelpCenter, config: LoaderContext['config']) {
  const resolveLink = createLinkResolver(center);
  const files = new Set(center.files.map((file) => path.posix.join(center.root.replaceAll('\\', '/'), file)));
  const processorFor = async (page: string) => {
    const options: MarkdownOptions = {
      // As if the text stood in the folder of the page's locale: its links keep the reader there.
      resolveLink: (target, file) => resolveLink(target, pathInLocale(file, page)),
      siteUrl: center.site?.url,
      // Of what lies beside the articles nothing else is published: no hidden file, nothing that a link leads out to.
      fileExists: (file) => files.has(file),
      strings: center.strings,
    };
    return createMarkdownProcessor({
      image: config.image,
      syntaxHighlight: false,
      remarkPlugins: remarkPlugins(options) as RemarkPlugins,
      rehypePlugins: rehypePlugins(options) as RehypePlugins,
    });
  };
  const processors = new Map<string, ReturnType<typeof processorFor>>();
  return async (article: Article, page: string) => {
    const processor = processors.get(page) ?? processorFor(page);
    processors.set(page, processor);
    const fileURL = pathToFileURL(path.join(center.root, article.file));
    const { code, metadata } = await (await processor).render(article.body, {
      fileURL,
      frontmatter: { locale: article.locale },
    });
    return {
      html: code,
      metadata: { ...metadata, imagePaths: [...metadata.localImagePaths, ...metadata.remoteImagePaths] },
    };
  };
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
