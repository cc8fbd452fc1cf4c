import { posix } from 'node:path';
import { withFileNames } from '../dialect/code-fences.ts';
import { expandMdx } from '../dialect/mdx/mdx.ts';
import { readStaticConfig } from '../dialect/static-config.ts';
import { isLocaleName, localeCode } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { type Metas, menuOfFolder, metaFile, readMetas } from './metas.ts';

/** Where pages may be, below the folder of the project. */
const places = /^(.*?)(src\/content|src\/pages|src\/app|content|pages|app)\//;

/** Nextra, told by `_meta` files among the pages of a project of Next.js. */
export const nextra: MarkdownSystem = {
  kind: 'markdown',
  async recognise(tree) {
    const [, project = '', place] =
      tree.files.map((file) => (metaFile.test(file) ? places.exec(file) : null)).find(Boolean) ?? [];
    const isNext = tree.files.some(
      (file) => file.startsWith(project) && /^(?:next|theme)\.config\.\w+$/.test(file.slice(project.length)),
    );
    if (place === undefined || !(isNext || /"nextra/.test((await tree.text(`${project}package.json`)) ?? '')))
      return undefined;
    const config = tree.files.find(
      (file) => file.startsWith(project) && /^next\.config\.\w+$/.test(file.slice(project.length)),
    );
    const main = config === undefined ? undefined : (await readStaticConfig(tree, config))?.main;
    const base = isRecord(main) && typeof main.basePath === 'string' ? main.basePath : '';
    return siteOf(tree, `${project}${place}`, project, `/${base.replace(/^\/|\/$/g, '')}`, await readMetas(tree));
  },
};

function siteOf(tree: SourceTree, root: string, project: string, base: string, metas: Metas): MarkdownSite {
  const pages = tree.files.filter((file) => file.startsWith(`${root}/`) && /\.mdx?$/.test(file));
  const tops = [...new Set(pages.map((file) => posix.relative(root, file).split('/')))].map(([first = '', ...rest]) =>
    rest.length > 0 ? first : '',
  );
  const languages = [...new Set(tops)];
  const byFolder = languages.length > 0 && languages.every(isLocaleName);
  const folders = byFolder
    ? languages.map((name) => ({ path: `${root}/${name}`, locale: localeCode(name), exact: true }))
    : [{ path: root, exact: true }];
  return {
    folders,
    endings: ['md', 'mdx'],
    indexNames: /^(?:index|page)$/i,
    ownFields: ['asIndexPage', 'theme', 'layout', 'sidebarTitle', 'toc', 'searchable', 'display', 'copyPage'],
    assetFolders: [`${project}public`],
    notAPage: (file) =>
      file.startsWith(`${root}/`) && /\.mdx?$/.test(file) && /(?:^|\/)_/.test(file.slice(root.length))
        ? 'a part that pages include'
        : undefined,
    navigation(locale, inside) {
      const menu = menuOfFolder(
        folders.find((one) => 'locale' in one && one.locale === locale)?.path ?? root,
        inside.map(({ file }) => file),
        metas,
        locale,
      );
      return menu.length > 0 ? menu : undefined;
    },
    addresses: ({ file }) => [posix.join(base, addressBelow(posix.relative(root, file)))],
    paths: ({ file }) => [addressBelow(posix.relative(root, file)), `/${file}`],
    async expand(page, { tree: files }) {
      const text = await expandMdx(page, files, { aliases: { '@/': project, '~/': project } });
      return withFileNames(text);
    },
  };
}

/** `guide/start.en.mdx` -> `/guide/start`; the page of a folder has the address of the folder. */
function addressBelow(path: string): string {
  const bare = path.replace(/\.mdx?$/, '').replace(/\.([a-z]{2}(?:-[A-Za-z]+)?)$/, '');
  return `/${bare.replace(/(?:^|\/)(?:index|page)$/, '')}`;
}
