import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import type { LoaderContext } from 'astro/loaders';
import { pathInLocale } from '../../content/article-paths.ts';
import { createLinkResolver } from '../../content/links.ts';
import { siteVariants } from '../../content/read-help-center.ts';
import type { HelpCenter, WrittenPage } from '../../content/types.ts';
import type { MarkdownOptions } from '../../markdown/options.ts';
import { rehypePlugins } from '../../markdown/page-plugins.ts';
import { remarkPlugins } from '../../markdown/plugins.ts';
import { embeddedPath, videoFiles } from '../../markdown/videos.ts';
import { siteUrls } from '../../site/urls.ts';
import { videoPath } from '../video-files.ts';

/** What every rendered page depends on beside its text, and what that links to and shows. */
export function digestAround({ site, strings }: HelpCenter, { image }: Pick<LoaderContext['config'], 'image'>): string {
  const settings = [site?.base, site?.url, site?.timeZone, site && siteVariants(site)];
  return hash(JSON.stringify([...settings, strings, image.domains, image.remotePatterns]));
}

/** Gives a function that resolves a link of a text as the page in a locale shows it: as if the text stood in its folder. */
export function createPageLinks(
  center: HelpCenter,
): (target: string, file: string, page: string) => string | undefined {
  const resolveLink = createLinkResolver(center);
  return (target, file, page) => resolveLink(target, pathInLocale(file, page));
}

/**
 * Gives a function that renders a page as readers of a locale see it.
 * @param posters Paths below the base, by the IDs of films of other sites.
 */
export function createRenderer(
  center: HelpCenter,
  config: LoaderContext['config'],
  posters: ReadonlyMap<string, string> = new Map(),
) {
  const linkOnPage = createPageLinks(center);
  const urls = siteUrls(center.site?.base);
  const files = new Set(center.files.map((file) => path.posix.join(center.root.replaceAll('\\', '/'), file)));
  const below = new Set(center.files);
  const processorFor = async (page: string) => {
    const options: MarkdownOptions = {
      // Its links keep the reader in the page's locale.
      resolveLink: (target, file) => linkOnPage(target, file, page),
      siteUrl: center.site?.url,
      // Of what lies beside the articles nothing else is published: no hidden file, nothing that a link leads out to.
      fileExists: (file) => files.has(file),
      publishedUrl: (file) => urls.file(videoPath(center.root, path.relative(center.root, file))),
      posterUrl: (video) => {
        const { poster: own } = videoFiles(embeddedPath(video), page, (file) => below.has(file));
        const path = own === undefined ? posters.get(video.id) : videoPath(center.root, own);
        return path && urls.file(path);
      },
      strings: center.strings,
      variants: center.site && siteVariants(center.site),
    };
    return createMarkdownProcessor({
      image: config.image,
      syntaxHighlight: false,
      remarkPlugins: remarkPlugins(options) as RemarkPlugins,
      rehypePlugins: rehypePlugins(options) as RehypePlugins,
    });
  };
  const processors = new Map<string, ReturnType<typeof processorFor>>();
  return async (article: WrittenPage, page: string) => {
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

export function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
