import { posix } from 'node:path';
import { type Document, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord } from '../records.ts';

/** What mkdocs.yml tells about a site. */
export interface MkDocsConfig {
  /** Its own path from the top, and the folder it is in; paths in it are counted from there. */
  file: string;
  folder: string;
  name?: string;
  origin?: string;
  /** Path below which the site was published, with slashes at both ends. */
  base: string;
  /** Whether `site_url` said so. */
  hasAddress: boolean;
  /** Folder of the pages, from the top. */
  docs: string;
  /** True for `setup/install/`, false for `setup/install.html`. */
  directoryUrls: boolean;
  locale?: string;
  nav: unknown;
  /** Lines of patterns as in .gitignore: what was not published, and what was only shown to writers. */
  excluded: string;
  drafts: string;
  /** Own values of the site, which the macros plugin puts into texts. */
  extra: RawRecord;
  /** Options by name. */
  plugins: Map<string, RawRecord>;
  extensions: Map<string, RawRecord>;
  hooks: string[];
  /** Why some of it could not be read. */
  problem?: string;
}

/** How many files may inherit from one another. */
const deepest = 5;

/** Reads a configuration and those it inherits from. One with mistakes tells what can be read of it; never throws. */
export async function readConfig(tree: SourceTree, file: string): Promise<MkDocsConfig> {
  const { value, problem } = await readYaml(tree, file, 0);
  const folder = folderOf(file);
  const text = (name: string): string | undefined => {
    const found = value[name];
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  };
  const address = text('site_url');
  const url = address && URL.canParse(address) ? new URL(address) : undefined;
  const theme = isRecord(value.theme) ? value.theme : {};
  const language = [theme.language, theme.locale].find((one) => typeof one === 'string' && localeTag.test(one));
  return {
    file,
    folder,
    name: text('site_name'),
    origin: url && /^https?:$/.test(url.protocol) ? url.origin : undefined,
    base: url ? `/${url.pathname.split('/').filter(Boolean).join('/')}/`.replace('//', '/') : '/',
    hasAddress: url !== undefined,
    docs: inside(folder, text('docs_dir') ?? 'docs'),
    directoryUrls: value.use_directory_urls !== false,
    locale: typeof language === 'string' ? localeCode(language) : undefined,
    nav: value.nav,
    excluded: text('exclude_docs') ?? '',
    drafts: text('draft_docs') ?? '',
    extra: isRecord(value.extra) ? value.extra : {},
    plugins: named(value.plugins),
    extensions: named(value.markdown_extensions),
    hooks: Array.isArray(value.hooks) ? value.hooks.filter((hook) => typeof hook === 'string') : [],
    problem,
  };
}

/** A YAML file of MkDocs or one of its plugins as values. */
export function parseMkDocsYaml(text: string): { value: unknown; problem?: string } {
  const excess = yamlExcess(text);
  if (excess) return { value: undefined, problem: `${excess.found}, in line ${excess.line}` };
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      schema: 'core',
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
    resolveTags(document);
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value, problem: document.errors[0]?.message.split('\n')[0] };
  } catch (error) {
    return { value: undefined, problem: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  }
}

/** `!ENV [NAME, default]` is its default, `!ENV NAME` nothing; names of Python objects are their names. */
function resolveTags(document: Document): void {
  visit(document, {
    Node(_, node) {
      const tag = node.tag ?? '';
      if (tag === '!ENV') {
        const last = isSeq(node) && node.items.length > 1 ? node.items.at(-1) : undefined;
        return new Scalar(isScalar(last) ? last.value : null);
      }
      const python = /(?:^!!|2002:)python\/[\w/]+:(.+)$/.exec(tag)?.[1];
      return python === undefined ? undefined : new Scalar(python);
    },
  });
}

async function readYaml(
  tree: SourceTree,
  file: string,
  depth: number,
): Promise<{ value: RawRecord; problem?: string }> {
  const read = parseMkDocsYaml((await tree.text(file)) ?? '');
  const value = isRecord(read.value) ? read.value : {};
  const parent = typeof value.INHERIT === 'string' ? inside(folderOf(file), value.INHERIT) : undefined;
  if (parent === undefined || depth >= deepest || !tree.has(parent)) return { value, problem: read.problem };
  const inherited = await readYaml(tree, parent, depth + 1);
  return { value: merged(inherited.value, value), problem: read.problem ?? inherited.problem };
}

/** Fields of both, those of the second counting more; lists are not joined. */
function merged(first: RawRecord, second: RawRecord): RawRecord {
  const result = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const other = result[name];
    result[name] = isRecord(value) && isRecord(other) ? merged(other, value) : value;
  }
  return result;
}

/** `[search, { i18n: { … } }]` and `{ search: {}, i18n: { … } }` are the same. */
function named(value: unknown): Map<string, RawRecord> {
  const found = new Map<string, RawRecord>();
  const add = (name: string, options: unknown): void => void found.set(name, isRecord(options) ? options : {});
  for (const entry of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof entry === 'string') add(entry, {});
    else if (isRecord(entry)) for (const [name, options] of Object.entries(entry)) add(name, options);
  }
  return found;
}

/** A path of the configuration from the top; one that leads out of the folder to import is taken from its top. */
export function inside(folder: string, path: string): string {
  const joined = posix.join('/', folder, path).slice(1).replace(/\/$/, '');
  return joined === '.' ? '' : joined;
}

export function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}
