import { posix } from 'node:path';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, NavigationEntry } from '../markdown/system.ts';
import { addressBelowBase, isExcluded, linkKey, publishedPath } from './addresses.ts';
import { readVitepressConfig, type VitepressConfig } from './config.ts';
import { expandPage } from './expand.ts';
import { filesAt, includedIn } from './includes.ts';
import { menuOf } from './menu.ts';

/** VitePress, and VuePress before it; told by `.vitepress/config.*` and `.vuepress/config.*`. */
export const vitepress: MarkdownSystem = {
  kind: 'vitepress',
  async recognise(tree) {
    const config = await readVitepressConfig(tree);
    return config && siteOf(config, tree, await partsOf(tree, config));
  },
};

/** Front matter that tells the site how to show a page, and that is read here. */
const ownFields = [
  'layout',
  'home',
  'hero',
  'features',
  'heroText',
  'heroImage',
  'heroAlt',
  'heroHeight',
  'tagline',
  'actions',
  'actionText',
  'actionLink',
  'footer',
  'outline',
  'aside',
  'head',
  'prev',
  'next',
  'editLink',
  'navbar',
  'sidebar',
  'sidebarDepth',
  'pageClass',
  'isHome',
  'lastUpdated',
  'contributors',
  'markdownStyles',
  'titleTemplate',
  'externalLinkIcon',
  'lang',
  'heroImageDark',
  'footerHtml',
  'meta',
];

function siteOf(config: VitepressConfig, tree: SourceTree, parts: ReadonlySet<string>): MarkdownSite {
  const { source, base } = config;
  const below = (folder: string): string => [source, folder].filter(Boolean).join('/');
  const inSource = (file: string): boolean => source === '' || file.startsWith(`${source}/`);
  const byLink = new Map<string, string>();
  for (const file of tree.files)
    if (file.endsWith('.md') && inSource(file) && !isExcluded(file, config)) {
      byLink.set(linkKey(addressBelowBase(file, config)), file);
      if (!byLink.has(linkKey(posix.relative(source, file)))) byLink.set(linkKey(posix.relative(source, file)), file);
    }
  const fileOf = (link: string): string | undefined => {
    const path = link.startsWith(base) && base !== '/' ? link.slice(base.length - 1) : link;
    return byLink.get(linkKey(path)) ?? byLink.get(linkKey(link));
  };
  const menus = config.locales.map((locale) => menuOf(locale, config.locales, fileOf));
  const listed = new Set(menus.flatMap((menu) => filesIn(menu ?? [])));
  const locales = config.locales.toSorted((one, other) => other.folder.length - one.folder.length);
  const usesReadme = config.kind === 'vuepress' || config.rewrites.some(([from]) => /readme\.md$/i.test(from));
  return {
    name: config.name,
    origin: config.origin,
    locale: config.locales[0]?.code,
    folders:
      locales.length > 1
        ? [
            ...locales.map(({ folder, code }) => ({
              path: below(folderOf(folder, config)),
              locale: code ?? 'en',
              exact: true,
            })),
            { path: source, locale: config.locales[0]?.code ?? 'en', exact: true },
          ]
        : [{ path: source, exact: true }],
    endings: ['md'],
    indexNames: usesReadme ? /^(?:index|readme)$/i : /^index$/,
    ownFields,
    assetFolders: [below(config.kind === 'vuepress' ? '.vuepress/public' : 'public'), source].filter(Boolean),
    notAPage(file) {
      if (!file.endsWith('.md')) return undefined;
      if (/(?:^|\/)\.(?:vitepress|vuepress)\//.test(file)) return 'a file of the site’s design, not of its content';
      if (!inSource(file)) return undefined;
      if (parts.has(file) && (isExcluded(file, config) || isPart(file, listed))) return 'a part that pages include';
      if (isExcluded(file, config)) return 'the site’s settings leave it out';
      return /\[[\w-]+\]/.test(file) && tree.files.some((one) => one.startsWith(file.replace(/\.md$/, '.paths.')))
        ? 'a form that a program made pages with'
        : undefined;
    },
    navigation: (code) =>
      menus[config.locales.findIndex((locale) => locale.code === code)] ?? (menus.length === 1 ? menus[0] : undefined),
    addresses: ({ file, fields }) => [
      posix.join(
        base,
        config.kind === 'vuepress' && fields.permalink ? fields.permalink : addressBelowBase(file, config),
      ),
    ],
    paths: ({ file }) => [linkKey(posix.relative(source, file)), linkKey(publishedPath(file, config)), `/${file}`],
    expand(page, { tree: files }) {
      // It begins below the base.
      page.fields.aliases = page.fields.aliases.filter((alias) => alias !== page.fields.permalink);
      return expandPage(page, files, config);
    },
  };
}

/** Where the pages of a language are: the site may take the folder of one out of its addresses (`en/:rest*`: `:rest*`). */
function folderOf(published: string, { rewrites }: VitepressConfig): string {
  const target = `${published && `${published}/`}:`;
  const rule = rewrites.find(
    ([from, to]) => /^[\w-]+\/:\w+\*$/.test(from) && to === target + (from.split(':')[1] ?? ''),
  );
  return rule?.[0].split('/')[0] ?? published;
}

/** Files that others include, where nothing shows that they are pages too. */
function isPart(file: string, listed: ReadonlySet<string>): boolean {
  if (listed.size > 0) return !listed.has(file);
  return /(?:^|\/)(?:_[^/]*|parts?|partials?|snippets?|includes?|shared|fragments?|components?|common)(?:\/|\.md$)/i.test(
    file,
  );
}

async function partsOf(tree: SourceTree, { source }: VitepressConfig): Promise<Set<string>> {
  const parts = new Set<string>();
  for (const file of tree.files.filter((one) => one.endsWith('.md') && (source === '' || one.startsWith(`${source}/`))))
    for (const path of includedIn((await tree.text(file)) ?? '')) {
      const found = filesAt(path, file, source).find((one) => tree.has(one));
      if (found !== undefined && found !== file) parts.add(found);
    }
  return parts;
}

function filesIn(menu: readonly NavigationEntry[]): string[] {
  return menu.flatMap(({ file, children }) => [...(file === undefined ? [] : [file]), ...filesIn(children)]);
}
