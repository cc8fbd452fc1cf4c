import { posix } from 'node:path';
import { ownValue } from '../../../../../src/site/own-value.ts';
import { block } from '../dialect/blocks.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { landingMarkdown } from '../dialect/landing.ts';
import { type ComponentRule, textProperty } from '../dialect/mdx/component.ts';
import { expandMdx } from '../dialect/mdx/mdx.ts';
import { codeBlock } from '../dialect/plain-text.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { plainCodeMeta } from './code-meta.ts';
import { readStarlightConfig, type StarlightConfig } from './config.ts';
import { markdocToMarkdown } from './markdoc.ts';
import { sidebarOf } from './sidebar.ts';
import { addressOf, slugOfFile, slugOfPage } from './slugs.ts';

/** Starlight, told by `starlight(…)` in the configuration of Astro. */
export const starlight: MarkdownSystem = {
  kind: 'starlight',
  async recognise(tree) {
    const config = await readStarlightConfig(tree);
    return config && siteOf(config);
  },
};

/** Front matter that tells the site how to show a page, and that is read here. */
const ownFields = [
  'template',
  'hero',
  'banner',
  'head',
  'tableOfContents',
  'editUrl',
  'prev',
  'next',
  'pagefind',
  'lastUpdated',
  'features',
];

function siteOf(config: StarlightConfig): MarkdownSite {
  const { pages, root, locales } = config;
  const below = (folder: string): string => [pages, folder].filter(Boolean).join('/');
  return {
    name: config.name,
    origin: config.origin,
    locale: locales[0]?.code,
    folders: locales
      .toSorted((one, other) => other.folder.length - one.folder.length)
      .map(({ folder, code }) => ({
        path: below(folder),
        locale: code ?? (locales.length > 1 ? 'en' : undefined),
        exact: true,
      })),
    endings: ['md', 'mdx', 'mdoc', 'markdown', 'mdown', 'mkdn', 'mkd', 'mdwn'],
    indexNames: /^index$/i,
    ownFields,
    assetFolders: [posix.join(root, 'public')],
    notAPage: (file) =>
      file.startsWith(posix.join(root, 'src/pages/')) && file.endsWith('.astro')
        ? 'a page that is written as a program; bring what it says as Markdown'
        : file.startsWith(`${pages}/`) && /(?:^|\/)_/.test(file.slice(pages.length)) && /\.\w*m[dk]\w*$/i.test(file)
          ? 'a part that pages include'
          : undefined,
    navigation: (code, inside) => sidebarOf(config, code, inside),
    addresses({ file, front }) {
      const slug = slugOfPage(file, front, config);
      return [addressOf(slug, config), ...redirectsTo(slug, config)];
    },
    paths: ({ file, front }) => [
      `/${slugOfPage(file, front, config)}`,
      `/${slugOfFile(file, config)}`,
      `/${posix.relative(pages, file)}`,
      `/${file}`,
      ...untranslated(slugOfPage(file, front, config), config),
    ],
    expand: (page, { tree }) => expandPage(page, tree, config),
  };
}

/** A page of the default language stood in the others, too, unless it was translated. */
function untranslated(slug: string, config: StarlightConfig): string[] {
  const [main, ...others] = config.locales;
  const inside = main?.folder ? `${main.folder}/` : '';
  if (!`${slug}/`.startsWith(inside) || others.some(({ folder }) => `${slug}/`.startsWith(`${folder}/`))) return [];
  const slugs = others.map(({ folder }) => `${folder}/${slug.slice(inside.length)}`);
  return slugs.flatMap((one) => [`/${one}`, addressOf(one, config)]);
}

const npmCommands: Record<string, string> = {
  add: 'npm i',
  exec: 'npx',
  dlx: 'npx',
  install: 'npm i',
  remove: 'npm un',
};

/** Commands for several package managers in tabs: the first one's stands for all. */
const packageManagers: ComponentRule = (component, writer) => {
  if (component.key !== 'packagemanagers') return undefined;
  const type = textProperty(component, 'type') ?? 'add';
  const isDevelopment = component.properties.get('dev') === true;
  const command = `${ownValue(npmCommands, type) ?? `npm ${type}`}${isDevelopment ? ' -D' : ''}`;
  const words = [
    textProperty(component, 'prefix'),
    command,
    textProperty(component, 'pkg'),
    textProperty(component, 'args'),
  ];
  writer.note('changed', 'commands-to-one', 'commands for several package managers became the one for npm');
  return `\n\n${codeBlock('sh', words.filter(Boolean).join(' '))}\n\n`;
};

function redirectsTo(slug: string, { base, redirects }: StarlightConfig): string[] {
  const plain = (path: string): string =>
    path
      .replace(/[?#].*/s, '')
      .split('/')
      .filter(Boolean)
      .join('/');
  const own = [plain(`/${slug}`), plain(`${base}${slug}`)];
  return redirects.filter(([, to]) => own.includes(plain(to))).map(([from]) => posix.join(base, from));
}

async function expandPage(page: Page, tree: SourceTree, config: StarlightConfig): Promise<string> {
  const { front, file, notes } = page;
  const banner =
    isRecord(front.banner) && typeof front.banner.content === 'string' ? block('note', front.banner.content) : '';
  const body = /\.mdx$/i.test(file)
    ? await expandMdx(page, tree, { aliases: config.aliases, rule: packageManagers })
    : /\.mdoc$/i.test(file)
      ? await markdocToMarkdown(page, tree, config.variables)
      : page.body;
  const whole = [banner, landingMarkdown(front), plainCodeMeta(body, notes)].filter(Boolean).join('\n\n');
  // It stands for the whole path, of which the last part names the file.
  if (page.fields.slug !== undefined) page.fields.slug = page.fields.slug.split('/').filter(Boolean).at(-1);
  return plainAddresses(whole, tree, config).trim();
}

/** Addresses of pictures and files that begin with the short name of a folder, or with the base of the site. */
function plainAddresses(body: string, tree: SourceTree, { aliases, base, root }: StarlightConfig): string {
  return mapProse(body, (text) =>
    text.replace(/(\]\(<?|\b(?:src|href)=["'])([~@/][\w./~-]{0,300})/g, (written, before: string, address: string) => {
      const alias = /^[~@][\w-]{0,40}\//.exec(address)?.[0] ?? '';
      const folder = Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
      if (folder !== undefined) return `${before}/${folder}${address.slice(alias.length)}`;
      const below = address.startsWith(base) ? address.slice(base.length) : undefined;
      return below && tree.has(posix.join(root, 'public', below)) ? `${before}/${below}` : written;
    }),
  );
}
