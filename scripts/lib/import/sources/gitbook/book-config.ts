import { posix } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord } from '../records.ts';

/** What the configuration of a book says; a broken or missing one says nothing. */
export interface BookConfig {
  kind: 'gitbook' | 'honkit' | 'mdbook';
  /** Its folder of pages, from the top; '' for the top. */
  root: string;
  /** The files of its first page and of its menu, from the top. */
  readme: string;
  summary: string;
  title?: string;
  language?: string;
  /** The path that the site was published under: `/` or `/book/`. */
  base: string;
  /** Old paths, without a slash before them, with the file or address that each led to. */
  redirects: Map<string, string>;
  /** `book.version` -> `2.1`. */
  variables: Map<string, unknown>;
}

const files: Record<string, BookConfig['kind']> = {
  '.gitbook.yaml': 'gitbook',
  '.gitbook.yml': 'gitbook',
  'book.json': 'honkit',
  'book.toml': 'mdbook',
};

/** The files that tell of books, by name. */
export function configFiles(tree: SourceTree): string[] {
  return tree.files.filter((file) => Object.hasOwn(files, posix.basename(file)) && !file.startsWith('_book/'));
}

/** Reads `.gitbook.yaml`, `book.json` or `book.toml`. */
export async function readBookConfig(tree: SourceTree, file: string): Promise<BookConfig> {
  const name = posix.basename(file);
  const value = parsed(name, (await tree.text(file)) ?? '');
  const folder = posix.dirname(file) === '.' ? '' : posix.dirname(file);
  const kind = files[name] ?? 'gitbook';
  const book = kind === 'mdbook' ? record(value.book) : value;
  const structure = record(value.structure);
  const root = inside(folder, text(value.root) ?? text(book.src) ?? (kind === 'mdbook' ? 'src' : ''));
  const html = record(record(value.output).html);
  const config = plainBook(kind, root);
  return {
    ...config,
    readme: inside(root, text(structure.readme) ?? 'README.md'),
    summary: inside(root, text(structure.summary) ?? 'SUMMARY.md'),
    title: text(book.title),
    language: text(book.language),
    base: pathOf(text(html['site-url']) ?? ''),
    redirects: new Map(
      Object.entries({ ...record(value.redirects), ...record(html.redirect) }).flatMap(([from, to]) =>
        typeof to === 'string' ? [[from.replace(/^\.?\/+/, ''), to] as const] : [],
      ),
    ),
    variables: new Map([
      ...Object.entries(record(value.variables)).map(([key, one]) => [`book.${key}`, one] as const),
      ...(await spaceVariables(tree, [folder, root])),
    ]),
  };
}

/** A book that no configuration tells of. */
export function plainBook(kind: BookConfig['kind'], root: string): BookConfig {
  const at = (name: string): string => inside(root, name);
  return {
    kind,
    root,
    readme: at('README.md'),
    summary: at('SUMMARY.md'),
    base: '/',
    redirects: new Map(),
    variables: new Map(),
  };
}

/** The values of a space, which GitBook writes to `.gitbook/vars.yaml`. */
export async function spaceVariables(tree: SourceTree, folders: string[]): Promise<[string, unknown][]> {
  for (const folder of folders) {
    const source = await tree.text(inside(folder, '.gitbook/vars.yaml'));
    if (source !== undefined)
      return Object.entries(parsed('.yaml', source)).map(([key, value]) => [`space.vars.${key}`, value]);
  }
  return [];
}

function parsed(name: string, source: string): RawRecord {
  const written = source.replace(/^\uFEFF/, '');
  try {
    if (name.endsWith('.toml')) return record(parseToml(written));
    if (yamlExcess(written)) return {};
    return record(parseYaml(written, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' }));
  } catch {
    return {};
  }
}

function inside(folder: string, path: string): string {
  return posix.join('/', folder, path).slice(1).replace(/\/$/, '');
}

/** `https://example.com/book/` and `/book` are `/book/`. */
function pathOf(address: string): string {
  const path = posix.join('/', address.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  return path.endsWith('/') ? path : `${path}/`;
}

function record(value: unknown): RawRecord {
  return isRecord(value) ? value : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
