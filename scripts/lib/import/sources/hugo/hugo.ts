import { goldmarkList, readAttributes } from '../dialect/attribute-lines.ts';
import { definitionsToLists } from '../dialect/definition-lists.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import { formulasToCode } from '../dialect/math.ts';
import { withoutBase } from '../dialect/paths.ts';
import { isKnownField } from '../markdown/field-names.ts';
import type { PageFolder } from '../markdown/folder-layout.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { hugoAddress, hugoAliases, sectionAddress } from './addresses.ts';
import { findHugoConfig, type HugoConfig, noHugoConfig } from './config.ts';
import { readContentFiles } from './content-files.ts';
import { shortcodeReader } from './shortcode-files.ts';

/** Hugo, told by its configuration or by the `_index.md` of a folder. */
export const hugo: MarkdownSystem = {
  kind: 'hugo',
  async recognise(tree) {
    const config = await findHugoConfig(tree);
    if (!config && !tree.files.some((file) => /(^|\/)_index(\.[\w-]+)?\.(?:md|markdown)$/.test(file))) return undefined;
    return site(tree, config ?? noHugoConfig());
  },
};

async function site(tree: SourceTree, config: HugoConfig): Promise<MarkdownSite> {
  const { source, base } = config;
  const folders = foldersIn(tree, config);
  const { sections, parts, included, cascadeFor } = await readContentFiles(tree, folders, config);
  const expand = await shortcodeReader(tree, config);
  return {
    name: config.name,
    origin: config.origin,
    locale: config.locale,
    folders,
    indexNames: /^_index$/i,
    bundleNames: /^index$/i,
    namesAreAddresses: true,
    notes: config.imports.map((path) => ({
      level: 'lost',
      kind: 'module-not-read',
      detail: `${path.slice(0, 200)} is a module of the site that is not in the folder; if it brings pages, import its repository too`,
    })),
    assetFolders: ['static', 'assets', 'public', 'content'].map((name) => source + name),
    notAPage: (file) => (included.has(file) ? 'a part that pages include' : whyNoPage(file, source)),
    defaults: (file) => Object.fromEntries(Object.entries(cascadeFor(file)).filter(([name]) => isKnownField(name))),
    folderInfo: (path, locale) => {
      const entry = config.menu.get(`${locale}/${path}`) ?? config.menu.get(path);
      return {
        title: entry?.title,
        order: entry?.weight,
        aliases: [base + sectionAddress(path, locale, config)],
      };
    },
    addresses: (page) => (parts.has(page.file) ? [] : [base + hugoAddress(page, config, sections)]),
    paths: (page) => [`/${page.name}`, hugoAddress(page, config, sections)],
    async expand(page, around) {
      const why = parts.get(page.file);
      if (why && page.body.trim())
        page.notes.push({
          level: 'changed',
          kind: 'part-to-article',
          detail: `${why}; other pages may have shown it, and here it is an article`,
        });
      page.fields.unlisted ||= isUnlisted(page);
      page.fields.aliases = hugoAliases(page, config);
      page.fields.otherNames = [];
      const read = formulasToCode(await expand(page, around), page.notes);
      const drawn = config.hasEmoji ? emojiNamesToSigns(read) : read;
      const body = readAttributes(drawn, new Map(), page.notes, goldmarkList);
      return withoutBase(definitionsToLists(body), base);
    },
  };
}

/** The folders of content that the configuration names and that are there; in a folder of content alone that itself. */
function foldersIn(tree: SourceTree, { folders, source }: HugoConfig): PageFolder[] {
  const there = folders.filter(({ path }) => tree.files.some((file) => file.startsWith(`${path}/`)));
  if (there.length > 0) return there;
  return [
    { path: source.slice(0, -1), exact: tree.files.some((file) => /^_index\.\w+$/.test(file.slice(source.length))) },
  ];
}

function whyNoPage(file: string, source: string): string | undefined {
  if (!file.startsWith(source)) return undefined;
  const path = file.slice(source.length);
  if (/^(?:themes\/[^/]+\/)?layouts\/(?:.*\/)?_markup\//.test(path))
    return 'a render hook, which changed how links, headings, pictures or code of all pages looked';
  if (/^(?:themes\/[^/]+\/)?layouts\/(?:_?shortcodes)\//.test(path)) return 'a shortcode that pages use';
  if (/^archetypes\//.test(path)) return 'a form for new pages';
  if (/^(?:_vendor|themes)\//.test(path)) return 'a file of a theme or module';
  if (
    /^(?:assets|data|i18n|layouts|public|resources|static)\//.test(path) &&
    /\.(?:md|markdown|html?|json|toml|ya?ml|txt)$/i.test(path)
  )
    return 'a file of the site’s design, not of its content';
  if (/(?:^|\/)404\.(?:md|html)$/.test(path)) return 'the page for addresses that do not exist';
  return undefined;
}

function isUnlisted({ front }: Page): boolean {
  const build = isRecord(front.build) ? front.build : isRecord(front._build) ? front._build : {};
  return build.list === 'never' || build.list === false;
}
