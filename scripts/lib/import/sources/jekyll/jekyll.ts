import type { Callouts } from '../dialect/attribute-lists.ts';
import { type CalloutKind, calloutKinds } from '../dialect/callout-kinds.ts';
import { withoutBase, withoutSlashes } from '../dialect/paths.ts';
import { isLocaleName, localeCode } from '../locale-code.ts';
import { titleFromName } from '../markdown/arrange.ts';
import { isKnownField } from '../markdown/field-names.ts';
import type { PageFolder } from '../markdown/folder-layout.ts';
import { pageTitle } from '../markdown/page-title.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { addressesOf, isPublished, pathsOf, withBase } from './addresses.ts';
import { findConfig, type JekyllConfig, noConfig } from './config.ts';
import { readData } from './data.ts';
import { readKramdown, shownKramdown } from './kramdown.ts';
import { liquidRenderer } from './liquid.ts';
import { withMarkedValues } from './liquid-filters.ts';
import { type Includes, liquidSite, pageVariables } from './liquid-site.ts';
import { navigationOf } from './navigation.ts';
import { type SiteFile, sortSiteFiles } from './site-files.ts';

/** Folders with these names, and only front matter in their Markdown, are a Jekyll site without its configuration. */
const collectionFolder =
  /^_(?:posts|articles|docs|documentation|pages|guides?|tutorials?|help|faqs?|kb|topics|manual)\//;

/** Jekyll, told by its configuration, its Gemfile, or folders that only it reads. */
export const jekyll: MarkdownSystem = {
  kind: 'jekyll',
  async recognise(tree) {
    const config = (await findConfig(tree)) ?? ((await looksLikeJekyll(tree)) ? noConfig() : undefined);
    return config && site(tree, config);
  },
};

async function looksLikeJekyll(tree: SourceTree): Promise<boolean> {
  const pages = tree.files.filter((file) => collectionFolder.test(file) && /\.(?:md|markdown)$/i.test(file));
  for (const file of pages) if (!/^\uFEFF?---[ \t]*\n/.test((await tree.text(file)) ?? '')) return false;
  return pages.length > 0;
}

async function site(tree: SourceTree, config: JekyllConfig): Promise<MarkdownSite> {
  const { pages, why } = await sortSiteFiles(tree, config);
  const data = await readData(tree, config);
  const liquid = liquidRenderer(liquidSite(config, tree, pages, data, await readIncludes(tree, config)));
  const kramdown = {
    callouts: calloutsOf(config),
    parseHtml: parsesHtml(config),
    hasEmoji: config.plugins.includes('jemoji'),
  };
  return {
    name: config.name,
    origin: config.origin,
    locale: config.locale && isLocaleName(config.locale) ? localeCode(config.locale) : undefined,
    folders: foldersOf(pages, config),
    endings: [...config.endings, 'html', 'htm'],
    indexNames: config.isFrontMatterOptional ? /^(?:index|readme)$/i : /^index$/i,
    assetFolders: config.source ? [config.source.slice(0, -1)] : [],
    notAPage: (file) => why.get(file) ?? (file.startsWith(config.source) ? undefined : whyOutside(file, config)),
    defaults(file) {
      const page = pages.get(file);
      return page ? fieldsOf(page) : {};
    },
    folderInfo: (folder) => ({ title: config.collections.get(folder)?.title }),
    navigation: (_locale, inside) => navigationOf(config, data, pages, inside),
    addresses: (page) => addressesOf(pages.get(page.file), config),
    paths: (page) => pathsOf(page, pages.get(page.file), config),
    async expand(page) {
      const file = pages.get(page.file);
      if (!file) return page.body;
      page.html = file.isHtml;
      page.fields.aliases = page.fields.aliases.map((alias) => withBase(alias, config));
      const rendered = await liquid(page.body, pageVariables(file, config), page);
      page.written = page.html ? rendered : shownKramdown(rendered, kramdown);
      const body = page.html ? rendered : readKramdown(page.written, kramdown, page.notes);
      finish(page, file, config);
      return withoutBase(body, config.base);
    },
  };
}

/**
 * The folders of a collection are the categories if only that one has pages and folders; else each collection is a
 * category, and so are posts and drafts.
 */
function foldersOf(pages: ReadonlyMap<string, SiteFile>, config: JekyllConfig): PageFolder[] {
  const { source, collectionsFolder } = config;
  const files = [...pages.values()];
  const namesOf = (some: SiteFile[]): string[] => [...new Set(some.map(({ collection }) => collection ?? ''))];
  const documents = files.filter(({ kind }) => kind === 'document');
  const [only, ...others] = namesOf(documents.filter((file) => isPublished(file, config)));
  const isSite = others.length === 0 && documents.some((file) => file.collection === only && file.below.includes('/'));
  const names = [...namesOf(documents), 'posts', 'drafts'];
  const top = { path: source.slice(0, -1), exact: documents.length > 0 || files.some(({ kind }) => kind === 'post') };
  return [
    ...names.map((name) => ({
      path: `${source}${name === 'drafts' ? '' : collectionsFolder}_${name}`,
      exact: true,
      level: isSite && name === only ? undefined : name,
    })),
    top,
  ];
}

function whyOutside(file: string, { source, endings }: JekyllConfig): string | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return [...endings, 'html', 'htm'].includes(ending) ? `it is not below ${source}, where the site is` : undefined;
}

async function readIncludes(tree: SourceTree, { source, settings }: JekyllConfig): Promise<Includes> {
  const setting = settings.includes_dir;
  const folder = `${source}${typeof setting === 'string' ? withoutSlashes(setting) : '_includes'}/`;
  const texts = new Map<string, string>();
  for (const file of tree.files) {
    const text = file.startsWith(folder) ? await tree.text(file) : undefined;
    if (text !== undefined) texts.set(file.slice(folder.length), withMarkedValues(text));
  }
  return { folder, texts };
}

/** What of a page's defaults Signpost has a use for, and what the names of posts and drafts say. */
function fieldsOf(file: SiteFile): Record<string, unknown> {
  const { front, kind, date } = file;
  const fields = Object.entries(front).filter(([name]) => isKnownField(name));
  return {
    ...(kind === 'post' ? { slug: slugOfPost(file), date } : {}),
    ...(kind === 'draft' ? { draft: true } : {}),
    ...Object.fromEntries(fields),
  };
}

/** Just the Docs: `callouts: { warning: { title: Careful, color: red } }`. */
function calloutsOf({ settings }: JekyllConfig): Callouts {
  const written = isRecord(settings.callouts) ? settings.callouts : {};
  return new Map(
    Object.entries(written).flatMap(([name, one]) => {
      const { title, color } = isRecord(one) ? one : {};
      const kind = [name.toLowerCase(), color].map((word) => ownKind(word)).find(Boolean) ?? 'note';
      const isItsName = typeof title === 'string' && title.toLowerCase() === kind;
      return [
        [name.toLowerCase(), { kind, title: typeof title === 'string' && !isItsName ? title : undefined }] as const,
      ];
    }),
  );
}

function ownKind(word: unknown): CalloutKind | undefined {
  return typeof word === 'string' && Object.hasOwn(calloutKinds, word) ? calloutKinds[word] : undefined;
}

function parsesHtml({ settings }: JekyllConfig): boolean {
  return isRecord(settings.kramdown) && settings.kramdown.parse_block_html === true;
}

/** Names a post by its words, and says what was no page of its own. */
function finish(page: Page, file: SiteFile, config: JekyllConfig): void {
  if (file.collection === 'posts') page.fields.title ??= pageTitle(page.body) ?? titleFromName(slugOfPost(file));
  if (!isPublished(file, config) && page.body.trim())
    page.notes.push({
      level: 'changed',
      kind: 'part-to-article',
      detail: `its collection ${file.collection} had no pages (output: false); other pages may have shown it, and here it is an article`,
    });
}

function slugOfPost({ below }: SiteFile): string {
  return (below.split('/').at(-1) ?? below).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
}
