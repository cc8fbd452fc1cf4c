import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, NavigationEntry, Page } from '../markdown/system.ts';
import { isRecord, type RawRecord } from '../records.ts';
import type { Note } from '../source.ts';
import { addressOf, endings, fromFile, redirectsOf } from './addresses.ts';
import { folderOf, type MkDocsConfig, parseMkDocsYaml } from './config.ts';
import { dialectOf } from './dialect.ts';
import { expandDialect } from './expand.ts';
import { readFolderMenus } from './folder-menus.ts';
import { includePaths, withIncludes } from './includes.ts';
import { languagesOf, pathWithoutLanguage } from './languages.ts';
import { withVariables } from './macros.ts';
import { MenuPages, menuOf } from './navigation.ts';
import { isDraft, notAPage } from './published.ts';

/** A MkDocs site as its files describe it; one without a configuration has what MkDocs does by itself. */
export async function mkDocsSite(
  tree: SourceTree,
  docs: string,
  config: MkDocsConfig | undefined,
): Promise<MarkdownSite> {
  const languages = languagesOf(config);
  const dialect = dialectOf(config);
  const includes = includePaths(tree, docs, config);
  const menus = await readFolderMenus(tree, docs);
  const metas = await readMetas(tree, docs);
  const { byPage, notes: redirectNotes } = redirectsOf(config);
  const notes: Note[] = [...configNotes(config), ...redirectNotes];
  const rules = { base: config?.base ?? '/', directoryUrls: config?.directoryUrls ?? true };
  const icons = ownIcons(tree);
  const pathOf = (page: Page): string => pathWithoutLanguage(page, languages);
  const languageOf = (page: Page): string =>
    languages && page.locale !== languages.standard ? `${languages.spellings.get(page.locale) ?? page.locale}/` : '';
  const addressBelow = (page: Page, base: string): string =>
    addressOf(languageOf(page) + pathOf(page), { ...rules, base });
  const inFolders = languages?.inFolders ? [...languages.spellings] : [];
  return {
    name: config?.name,
    origin: config?.origin,
    locale: languages?.standard ?? config?.locale,
    notes,
    folders: [
      ...inFolders.map(([locale, name]) => ({ path: docs ? `${docs}/${name}` : name, locale, exact: true })),
      { path: docs, exact: true },
    ],
    endings,
    indexNames: /^(?:index|README)$/,
    assetFolders: [docs, ...inFolders.map(([, name]) => (docs ? `${docs}/${name}` : name))],
    notAPage: await notAPage(tree, docs, config, includes),
    defaults: (file) => ({ ...metas(file), ...(isDraft(file, docs, config) ? { draft: true } : {}) }),
    navigation(locale, pages) {
      const menu = menuOf(languages?.menus.get(locale) ?? config?.nav, new MenuPages(pages, pathOf), menus);
      for (const note of menu.notes) if (!notes.some(({ detail }) => detail === note.detail)) notes.push(note);
      const titles = languages?.titles.get(locale);
      return titles ? menu.entries.map((entry) => translated(entry, titles)) : menu.entries;
    },
    addresses: (page) => [
      addressBelow(page, rules.base),
      ...(languageOf(page) ? [] : (byPage.get(pathOf(page)) ?? [])),
    ],
    paths: (page) => [addressBelow(page, '/'), `/${page.file.slice(docs ? docs.length + 1 : 0)}`, `/${page.file}`],
    async expand(page) {
      const whole = await withIncludes(page.body, page.file, includes, page.notes, page.parts);
      return expandDialect(withVariables(whole, page, config), page.notes, {
        dialect,
        icons,
        address: (written) =>
          fromFile(written, page, page.root, addressOf(pathOf(page), { ...rules, base: '/' }), tree.has),
      });
    },
  };
}

function translated(entry: NavigationEntry, titles: Map<string, string>): NavigationEntry {
  const title = entry.title === undefined ? undefined : (titles.get(entry.title) ?? entry.title);
  return { ...entry, key: entry.title, title, children: entry.children.map((child) => translated(child, titles)) };
}

/** Front matter that the files `.meta.yml` give to all pages of their folders. */
async function readMetas(tree: SourceTree, docs: string): Promise<(file: string) => RawRecord> {
  const metas = new Map<string, RawRecord>();
  for (const file of tree.files) {
    if (!/(?:^|\/)\.meta\.ya?ml$/.test(file) || (docs && !file.startsWith(`${docs}/`))) continue;
    const { value } = parseMkDocsYaml((await tree.text(file)) ?? '');
    if (isRecord(value)) metas.set(folderOf(file), value);
  }
  return (file) => {
    const folders = folderOf(file).split('/').filter(Boolean);
    const above = ['', ...folders.map((_, index) => folders.slice(0, index + 1).join('/'))];
    return Object.fromEntries(above.flatMap((folder) => Object.entries(metas.get(folder) ?? {})));
  };
}

/** A site's own icons are drawings in a folder `.icons` of its theme: `.icons/acme/logo.svg` is `:acme-logo:`. */
function ownIcons(tree: SourceTree): { isOwn(name: string): boolean } {
  const names = new Set(
    tree.files.flatMap((file) => {
      const path = /(?:^|\/)\.icons\/(.+)\.svg$/.exec(file)?.[1];
      return path === undefined ? [] : [path.toLowerCase().replaceAll('/', '-')];
    }),
  );
  return { isOwn: (name) => names.has(name) };
}

/** What of a configuration cannot be followed without running it. */
function configNotes(config: MkDocsConfig | undefined): Note[] {
  if (!config) return [];
  const notes: Note[] = [];
  if (config.problem)
    notes.push({
      level: 'lost',
      kind: 'configuration-unreadable',
      detail: `${config.file} has a mistake (${config.problem}); what could be read of it was`,
    });
  const programs = [
    ...config.hooks,
    ...['gen-files', 'mkdocstrings', 'simple-hooks'].filter((name) => config.plugins.has(name)),
  ];
  if (programs.length > 0)
    notes.push({
      level: 'info',
      kind: 'programs-not-run',
      detail: `programs that changed or wrote pages were not run: ${programs.join(', ').slice(0, 200)}; compare with the old site if readers saw what they wrote`,
    });
  return notes;
}
