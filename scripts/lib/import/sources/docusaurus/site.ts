import { posix } from 'node:path';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import type { ComponentRule } from '../dialect/mdx/component.ts';
import { expandMdx } from '../dialect/mdx/mdx.ts';
import { localeCode } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, NavigationEntry, Page } from '../markdown/system.ts';
import type { Note } from '../source.ts';
import { type DocusaurusConfig, localeOf } from './config.ts';
import { beforeMdx, codeBlocks } from './dialect.ts';
import { type Menus, menuOf } from './menu.ts';
import { reasonForNoPage } from './no-page.ts';
import { docAddresses, withoutNumber, withSlash } from './page-address.ts';
import { type DocsInstance, pageFolders } from './versions.ts';

/** Everything that was read of a site before its pages. */
interface Parts {
  config: DocusaurusConfig;
  instances: DocsInstance[];
  menus: Menus;
}

/** A Docusaurus site: its documentation in the version that readers saw, in all languages, and its own pages. */
export function docusaurusSite(tree: SourceTree, { config, instances, menus }: Parts): MarkdownSite {
  const notes: Note[] = [];
  const left = new Set<string>();
  const { folder } = config;
  const ofPages = pageFolder(config);
  const menusByLocale = new Map<string, NavigationEntry[]>();
  const menu = (locale: string, pages: readonly Page[]): NavigationEntry[] => {
    const known =
      menusByLocale.get(locale) ??
      menuOf(
        locale,
        pages.filter((page) => page.locale === locale),
        { config, instances, menus, left },
      );
    menusByLocale.set(locale, known);
    return known;
  };
  const prefixOf = ({ locale }: Page): string => {
    const written = config.locales.find((one) => localeCode(one) === locale) ?? config.locale;
    return written === config.locale ? '' : `${written}/`;
  };
  const placesOf = (page: Page): { address: string; links: string[] } => {
    const instance = instances.find(({ folders }) => [...folders.values()].includes(page.root));
    const prefix = prefixOf(page);
    if (instance) return docAddresses(page, instance, config, prefix);
    const name = `${page.name}${page.isIndex && page.name ? '/' : ''}`;
    return { address: withSlash(`${config.base}${prefix}${name}`, config.trailingSlash), links: [`/${page.name}`] };
  };
  return {
    name: config.title,
    origin: config.origin,
    notes,
    locale: localeOf(config),
    folders: [...instances.flatMap(pageFolders), ...ofPages],
    endings: ['md', 'mdx'],
    indexNames: /^(?:index|readme)$/i,
    siteName: instances.some(({ keepsNumbers }) => keepsNumbers) ? undefined : (name) => withoutNumber(name).name,
    assetFolders: config.staticFolders,
    notAPage: (file) => reasonForNoPage(file, config, instances),
    navigation(locale, pages) {
      const entries = menu(locale, pages);
      if (left.size > 0)
        notes.push({
          level: 'changed',
          kind: 'menu-entries-left',
          detail: `The menu had entries that are no pages, which are not in it any more: ${[...left].slice(0, 20).join(', ')}${left.size > 20 ? ` … and ${left.size - 20} more` : ''}.`,
        });
      left.clear();
      return entries;
    },
    folderInfo(path, locale) {
      const roots = instances.flatMap(({ folders }) =>
        [...folders].filter(([one]) => localeCode(one) === locale || one === config.locale),
      );
      const info = roots.map(([, root]) => menus.categories.get(`${root}/${path}`)).find(Boolean);
      return info && { title: info.label, description: info.description, order: info.position };
    },
    addresses(page) {
      const { address, links } = placesOf(page);
      return [address, ...redirectsTo([address, ...links], config, prefixOf(page))];
    },
    paths: (page) => [...placesOf(page).links, `/${page.file}`],
    async expand(page, { pages }) {
      const instance = instances.find(({ folders }) => [...folders.values()].includes(page.root));
      // Its slug begins below the documentation, and its id is its own within its folder only.
      const { permalink } = page.fields;
      page.fields.aliases = page.fields.aliases.filter((alias) => alias !== permalink);
      page.fields.id = undefined;
      if (instance && instance !== instances[0]) page.fields.translationKey = `${instance.id}/${page.name}`;
      if (!instance) page.fields.translationKey = `pages/${page.name || 'home'}`;
      const body = beforeMdx(page.body, config.hasMath, page.notes);
      const source = { ...page, body };
      const isMarkdown = formatOf(page, config) === 'md';
      const text = isMarkdown
        ? body
        : await expandMdx(source, tree, {
            aliases: { '@site/': folder ? `${folder}/` : '' },
            address: (url) =>
              addressOf(url, page, tree, instance, config) ?? withBase(url, prefixOf(page), tree, config),
            rule: cardsOf(page, () => menu(page.locale, pages), pages),
          });
      // Names between colons are drawn unless the site turns that off.
      return emojiNamesToSigns(codeBlocks(text, page.notes));
    },
  };
}

/** Pages of Markdown beside the documentation, in each language. */
function pageFolder(config: DocusaurusConfig): { path: string; locale: string; exact: true }[] {
  if (config.pages === undefined) return [];
  const prefix = config.folder ? `${config.folder}/` : '';
  return config.locales.map((locale) => ({
    path: locale === config.locale ? (config.pages ?? '') : `${prefix}i18n/${locale}/docusaurus-plugin-content-pages`,
    locale: localeCode(locale),
    exact: true,
  }));
}

function formatOf(page: Page, config: DocusaurusConfig): string {
  const { mdx } = page.front;
  const own = typeof mdx === 'object' && mdx !== null && 'format' in mdx ? mdx.format : undefined;
  const format = typeof own === 'string' ? own : config.format;
  return format === 'detect' ? (page.file.endsWith('.md') ? 'md' : 'mdx') : format;
}

/** Old addresses that the site forwarded to one of these. */
function redirectsTo(addresses: string[], { redirects, base }: DocusaurusConfig, prefix: string): string[] {
  const bare = (address: string): string => address.replace(/[#?].*/s, '').replace(/(.)\/$/, '$1');
  const own = new Set(addresses.map(bare));
  return redirects
    .filter(({ to }) => own.has(bare(to)))
    .map(({ from }) => `${base}${prefix}${from.replace(/^\//, '')}`);
}

/** `pathname:///file` is an address as it stands; names of files may be counted from the folder of the documentation. */
function addressOf(
  url: string,
  page: Page,
  tree: SourceTree,
  instance: DocsInstance | undefined,
  config: DocusaurusConfig,
): string | undefined {
  if (url.startsWith('pathname://')) return url.slice('pathname://'.length).replace(/^\/+/, '/');
  const [path = '', rest = ''] = [url.replace(/[?#].*/s, ''), /[?#].*/s.exec(url)?.[0]];
  if (!/\.mdx?$/i.test(path) || /^(?:[a-z]+:|@)/i.test(path)) return undefined;
  if (!path.startsWith('/') && tree.has(posix.join(posix.dirname(page.file), path))) return undefined;
  const folders = [...(instance ? [page.root, instance.folders.get(config.locale) ?? ''] : []), config.folder];
  // A page that is not translated is that of the site's own language.
  const within = posix.relative(page.root, posix.join(posix.dirname(page.file), path));
  const found = [
    ...folders.map((folder) => posix.join(folder, path)),
    ...folders.map((folder) => posix.join(folder, within)),
  ].find((file) => tree.has(file));
  return found === undefined ? undefined : `/${found}${rest}`;
}

/** Addresses from the top are written without the base and the language, which the site adds; files in `static` stand alone. */
function withBase(url: string, prefix: string, tree: SourceTree, { base, staticFolders }: DocusaurusConfig): string {
  const path = safeDecode(url.replace(/[?#].*/s, ''));
  if (!url.startsWith('/') || url.startsWith('//') || (base !== '/' && url.startsWith(base))) return url;
  if (prefix && url.startsWith(base + prefix)) return url;
  if (staticFolders.some((folder) => tree.has(posix.join(folder, path)))) return url;
  return `${base}${prefix}${url.slice(1)}`;
}

/** `<DocCardList />`: the pages of the group that the page stands in or leads to. */
function cardsOf(page: Page, menu: () => NavigationEntry[], pages: readonly Page[]): ComponentRule {
  return ({ key }) => {
    if (key !== 'doccardlist') return undefined;
    const group = groupOf(menu(), page.file);
    const lines = (group ?? []).flatMap((entry) => {
      const target = pages.find(({ file }) => file === (entry.file ?? entry.children[0]?.file));
      if (!target || target === page) return [];
      const title = entry.title ?? target.fields.title ?? target.heading ?? target.name;
      const link = `- [${title.replace(/([[\]])/g, '\\$1')}](${encodeURI(`/${target.file}`)})`;
      return target.fields.description ? `${link}: ${target.fields.description}` : link;
    });
    return `\n\n${lines.join('\n')}\n\n`;
  };
}

function groupOf(entries: NavigationEntry[], file: string): NavigationEntry[] | undefined {
  for (const entry of entries) {
    if (entry.children.length > 0 && entry.file === file) return entry.children;
    const inner = groupOf(entry.children, file);
    if (inner) return inner;
  }
  return entries.some((entry) => entry.file === file) ? entries : undefined;
}
