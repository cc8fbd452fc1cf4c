import { posix } from 'node:path';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, NavigationEntry } from '../markdown/system.ts';
import { type MintlifyConfig, readMintlifyConfig } from './config.ts';
import { mintlifyMenu } from './menu.ts';
import { mintlifyPage } from './page.ts';

/** Mintlify, told by `docs.json` or `mint.json` with a menu. */
export const mintlify: MarkdownSystem = {
  kind: 'markdown',
  async recognise(tree) {
    const config = await readMintlifyConfig(tree);
    return config && siteOf(config, tree);
  },
};

const ownFields = [
  'icon',
  'iconType',
  'mode',
  'tag',
  'api',
  'openapi',
  'asyncapi',
  'noindex',
  'rss',
  'timestamp',
  'og:title',
  'og:description',
  'og:image',
  'canonical',
  'hideFooterPagination',
  'hideApiMarker',
  'playground',
  'authMethod',
];

function siteOf(config: MintlifyConfig, tree: SourceTree): MarkdownSite {
  const { root, locales } = config;
  const path = (file: string): string => posix.relative(root, file).replace(/\.mdx?$/, '');
  const fileOf = (link: string): string | undefined => {
    const bare = posix.join(root, link.replace(/^\//, '').replace(/\.mdx?$/, ''));
    return ['.mdx', '.md', '/index.mdx', '/index.md'].map((end) => `${bare}${end}`).find((one) => tree.has(one));
  };
  const menus = (locales.length > 0 ? locales : [{ code: undefined, navigation: config.navigation }]).map(
    ({ code, navigation }) => ({ code, menu: mintlifyMenu(navigation, config, fileOf) }),
  );
  const listed = new Set(menus.flatMap(({ menu }) => filesIn(menu ?? [])));
  const addressOf = (file: string): string => `/${path(file).replace(/(?:^|\/)index$/, '')}`;
  return {
    name: config.name,
    origin: config.origin,
    locale: locales[0]?.code,
    folders:
      locales.length > 0
        ? locales
            .toSorted((one, other) => other.folder.length - one.folder.length)
            .map(({ folder, code }) => ({ path: [root, folder].filter(Boolean).join('/'), locale: code, exact: true }))
        : [{ path: root, exact: true }],
    endings: ['md', 'mdx'],
    indexNames: /^index$/i,
    ownFields,
    assetFolders: [root].filter(Boolean),
    notAPage(file) {
      const name = posix.relative(root, file);
      if (!/\.mdx?$/i.test(file) || listed.has(file)) return undefined;
      if (/^(?:.*\/)?_?snippets\//.test(name)) return 'a part that pages include';
      return /^(?:\.|readme|contributing|license|changelog|agents|claude|development)[^/]*\.mdx?$/i.test(name) &&
        /^[^/]*$/.test(name)
        ? 'a file about the repository'
        : undefined;
    },
    navigation: (code) => (menus.find((one) => one.code === code) ?? menus[0])?.menu,
    addresses: ({ file }) => [
      addressOf(file),
      ...config.redirects.filter(([, to]) => to.replace(/[?#].*/s, '') === addressOf(file)).map(([from]) => from),
    ],
    paths: ({ file }) => [`/${path(file)}`, `/${file}`],
    expand(page, { tree: files }) {
      if (listed.size > 0 && !listed.has(page.file) && !page.fields.draft && !page.fields.unlisted) {
        page.fields.unlisted = true;
        page.notes.push({
          level: 'changed',
          kind: 'not-in-menu',
          detail: 'the menu does not list it, so it was there for those who had its address; it is unlisted here',
        });
      }
      return mintlifyPage(page, files, config);
    },
  };
}

function filesIn(menu: readonly NavigationEntry[]): string[] {
  return menu.flatMap(({ file, children }) => [...(file === undefined ? [] : [file]), ...filesIn(children)]);
}
