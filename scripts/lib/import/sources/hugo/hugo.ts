import { definitionsToLists } from '../dialect/definition-lists.ts';
import type { MarkdownSite, MarkdownSystem, Page } from '../markdown/system.ts';
import { type HugoConfig, readHugoConfig } from './config.ts';
import { expandShortcodes } from './shortcodes.ts';

/** Folders of a Hugo site beside its content. */
const beside = /^(?:archetypes|assets|data|i18n|layouts|public|resources|static|themes)\//;

/** Hugo, told by its configuration or by the `_index.md` of a folder. */
export const hugo: MarkdownSystem = {
  kind: 'hugo',
  async recognise(tree) {
    const hasConfig = tree.files.some((file) => /^(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/i.test(file));
    if (!hasConfig && !tree.files.some((file) => /(^|\/)_index(\.[\w-]+)?\.(?:md|markdown)$/.test(file)))
      return undefined;
    const config = await readHugoConfig(tree.root, [...tree.files]);
    const inContent = tree.files.some((file) => file.startsWith('content/'));
    return site(config, inContent ? 'content' : '');
  },
};

function site(config: HugoConfig, folder: string): MarkdownSite {
  return {
    name: config.name,
    origin: config.origin,
    locale: config.locale,
    folders: [{ path: folder }],
    namesAreAddresses: true,
    notAPage: (file) => (beside.test(file) ? 'a file of the site’s design, not of its content' : undefined),
    folderInfo: (path, locale) => ({
      title: config.titles.get(`${locale}/${path}`) ?? config.titles.get(path),
      aliases: [hugoAddress({ name: path, locale }, config.locale ?? 'en')],
    }),
    addresses: (page) => [hugoAddress(page, config.locale ?? 'en')],
    paths: (page) => [`/${page.name}`],
    expand(page, { pages, defaultLocale }) {
      const titles = new Map(pages.map((other) => [`${other.locale}/${other.name}`, other.fields.title]));
      const titleOf = (path: string): string | undefined => {
        const name = path.replace(/^\/+|\/+$/g, '').replace(/\.md$/, '');
        return titles.get(`${page.locale}/${name}`) ?? titles.get(`${defaultLocale}/${name}`);
      };
      return definitionsToLists(expandShortcodes(page.body, page.notes, titleOf));
    },
  };
}

/** The address that Hugo gives a page: the default language has no prefix. `user/profile`, `de` -> `/de/user/profile/`. */
function hugoAddress({ name, locale }: Pick<Page, 'name' | 'locale'>, defaultLocale: string): string {
  const path = name ? `${name.toLowerCase().replace(/\s+/g, '-')}/` : '';
  return `/${locale === defaultLocale ? '' : `${locale}/`}${path}`;
}
