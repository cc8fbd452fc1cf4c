import { posix } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { readStaticConfig } from '../dialect/static-config.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord } from '../records.ts';
import { shortLocales } from '../short-locales.ts';

/** What the configuration of an Astro site with Starlight says. */
export interface StarlightConfig {
  /** The folder of the project from the top; '' for the top itself. */
  root: string;
  /** The folder of its pages. */
  pages: string;
  name?: string;
  origin?: string;
  /** The path that all addresses begin with, with slashes at both ends. */
  base: string;
  /** What stands at the end of an address: `/`, `.html` or nothing. */
  end: string;
  /** Its languages, the default one first; '' is the folder of one without a folder. */
  locales: { folder: string; code?: string; lang: string }[];
  sidebar?: unknown[];
  /** Old addresses and what they lead to. */
  redirects: [string, string][];
  /** Folders from the top by the beginning of an import: `~/` is `src/`. */
  aliases: Record<string, string>;
  /** What Markdoc gives to all pages. */
  variables: RawRecord;
}

const configFile = /^(?:(.*)\/)?astro\.config\.(?:[mc]?[jt]s)$/;

/** The configuration of the Starlight site in a folder; of several the one with the most pages. Undefined for none. */
export async function readStarlightConfig(tree: SourceTree): Promise<StarlightConfig | undefined> {
  const found: { file: string; root: string; count: number }[] = [];
  for (const file of tree.files) {
    const [whole, root = ''] = configFile.exec(file) ?? [];
    if (whole === undefined || !/\bstarlight\s*\(/.test((await tree.text(file)) ?? '')) continue;
    const pages = posix.join(root, 'src/content/docs/');
    found.push({ file, root, count: tree.files.filter((one) => one.startsWith(pages)).length });
  }
  const [first] = found.toSorted((one, other) => other.count - one.count || one.file.length - other.file.length);
  if (!first || first.count === 0) return undefined;
  const config = await readStaticConfig(tree, first.file);
  const main = [config?.main, config?.call('defineConfig')].find(isRecord) ?? {};
  const options = config?.call('starlight');
  const topics = config?.call('starlightSidebarTopics');
  return {
    ...configOf(first.root, main, isRecord(options) ? options : {}, topics, await aliasesIn(tree, first.root)),
    variables: await markdocVariables(tree, first.root),
  };
}

function configOf(
  root: string,
  main: RawRecord,
  options: RawRecord,
  topics: unknown,
  aliases: Record<string, string>,
): Omit<StarlightConfig, 'variables'> {
  const site = textOf(main.site);
  const build = isRecord(main.build) ? main.build : {};
  const locales = localesOf(options);
  const sidebar = [topics, options.sidebar].find(Array.isArray) as unknown[] | undefined;
  return {
    root,
    pages: posix.join(root, 'src/content/docs'),
    name: textOf(options.title) ?? titleIn(options.title, locales[0]?.lang),
    origin: site && URL.canParse(site) ? new URL(site).origin : undefined,
    base: `/${textOf(main.base) ?? ''}/`.replace(/\/{2,}/g, '/'),
    end: build.format === 'file' ? '.html' : main.trailingSlash === 'never' ? '' : '/',
    locales,
    sidebar,
    redirects: Object.entries(isRecord(main.redirects) ? main.redirects : {}).flatMap(
      ([from, to]): [string, string][] => {
        const target = isRecord(to) ? textOf(to.destination) : textOf(to);
        return target === undefined || from.includes('[') ? [] : [[from, target]];
      },
    ),
    aliases,
  };
}

async function markdocVariables(tree: SourceTree, root: string): Promise<RawRecord> {
  const file = ['mjs', 'js', 'mts', 'ts'].map((ending) => posix.join(root, `markdoc.config.${ending}`)).find(tree.has);
  const config = file === undefined ? undefined : await readStaticConfig(tree, file);
  const main = [config?.call('defineMarkdocConfig'), config?.main].find(isRecord);
  return isRecord(main?.variables) ? main.variables : {};
}

/** `locales: { root: { lang: 'en' }, 'pt-br': {…} }`, with `defaultLocale`. */
function localesOf(options: RawRecord): StarlightConfig['locales'] {
  const written = Object.entries(isRecord(options.locales) ? options.locales : {}).map(([key, value]) => ({
    folder: key === 'root' ? '' : key,
    lang: (isRecord(value) ? textOf(value.lang) : undefined) ?? (key === 'root' ? 'en' : key),
  }));
  const first = textOf(options.defaultLocale) ?? 'root';
  const isFirst = ({ folder }: { folder: string }): boolean => folder === (first === 'root' ? '' : first);
  const all =
    written.length > 0
      ? [...written.filter(isFirst), ...written.filter((one) => !isFirst(one))]
      : [{ folder: '', lang: '' }];
  const short = shortLocales(all.map(({ lang }) => lang).filter((lang) => localeTag.test(lang)));
  return all.map(({ folder, lang }) => ({
    folder,
    lang,
    code: localeTag.test(lang) ? (short.get(localeCode(lang)) ?? localeCode(lang)) : undefined,
  }));
}

/** `title: { en: '…', de: '…' }` */
function titleIn(title: unknown, lang: string | undefined): string | undefined {
  return isRecord(title) ? (textOf(title[lang ?? '']) ?? Object.values(title).map(textOf).find(Boolean)) : undefined;
}

/** Short names of folders as tsconfig.json has them, with those that projects commonly use. */
async function aliasesIn(tree: SourceTree, root: string): Promise<Record<string, string>> {
  const aliases: Record<string, string> = {};
  const paths = pathsOf((await tree.text(posix.join(root, 'tsconfig.json'))) ?? '');
  for (const [name, targets] of Object.entries(paths)) {
    const target = textOf([targets].flat()[0]);
    if (name.endsWith('/*') && target?.endsWith('/*')) aliases[name.slice(0, -1)] = folder(root, target.slice(0, -1));
  }
  return {
    ...aliases,
    '~/': folder(root, 'src'),
    '@/': folder(root, 'src'),
    '@assets/': folder(root, 'src/assets'),
    ...aliases,
  };
}

function folder(root: string, path: string): string {
  return `${posix.join('/', root, path).slice(1).replace(/\/$/, '')}/`;
}

/** JSON with comments is YAML but for these. */
function pathsOf(text: string): RawRecord {
  try {
    const value: unknown = parseYaml(text.replace(/^[ \t]{0,200}\/\/[^\n]*/gm, '').replace(/\t/g, ' '), {
      uniqueKeys: false,
    });
    const options = isRecord(value) && isRecord(value.compilerOptions) ? value.compilerOptions : {};
    return isRecord(options.paths) ? options.paths : {};
  } catch {
    // Without it the usual names hold.
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
