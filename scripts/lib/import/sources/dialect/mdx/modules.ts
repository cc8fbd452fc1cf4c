import { posix } from 'node:path';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { isVideo } from '../../../../../../src/markdown/videos.ts';
import { imageName } from '../../assets.ts';
import type { SourceTree } from '../../markdown/source-tree.ts';
import { splitFrontMatter } from '../../markdown/split-front-matter.ts';
import { keepHeadingAnchors } from '../heading-anchors.ts';
import { readStaticConfig } from '../static-config.ts';
import type { Static } from '../static-value.ts';
import { type ParsedMdx, parseMdx } from './parse.ts';

/** A page of MDX, or a part that pages include, with what it imports and exports. */
export interface MdxDocument extends ParsedMdx {
  file: string;
  /** By the name that it is used under. */
  imports: Map<string, Imported>;
  /** What it gives out: expressions of its own variables. */
  exports: Map<string, unknown>;
  /** Its front matter. */
  front: Record<string, unknown>;
}

export type Imported =
  | { kind: 'part'; document: MdxDocument; name: string }
  | { kind: 'value'; value: Static }
  | { kind: 'picture'; address: string }
  | { kind: 'missing'; source: string }
  /** A component, whose code is not read. */
  | { kind: 'code' };

/** Where imports are looked for. */
export interface ImportPlaces {
  tree: SourceTree;
  /** Folders from the top by the beginning of an address: `@site/` is `website/`, `/` is the top of the site. */
  aliases: Record<string, string>;
}

type Program = NonNullable<NonNullable<MdxjsEsm['data']>['estree']>;

/** Most parts that one page is put together from. */
const mostParts = 200;

/** Reads a page with everything that it imports, as far as that is Markdown, data or pictures below the same folder. */
export async function readDocument(
  file: string,
  body: string,
  front: Record<string, unknown>,
  places: ImportPlaces,
  parts: Map<string, MdxDocument> = new Map(),
): Promise<MdxDocument> {
  const document: MdxDocument = {
    ...parseMdx(keepHeadingAnchors(body)),
    file,
    front,
    imports: new Map(),
    exports: new Map(),
  };
  parts.set(file, document);
  for (const node of document.tree.children)
    if (node.type === 'mdxjsEsm' && node.data?.estree) await readProgram(document, node.data.estree, places, parts);
  return document;
}

async function readProgram(
  document: MdxDocument,
  program: Program,
  places: ImportPlaces,
  parts: Map<string, MdxDocument>,
): Promise<void> {
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const source = String(statement.source.value);
      for (const specifier of statement.specifiers) {
        const name =
          specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
            ? specifier.imported.name
            : 'default';
        document.imports.set(specifier.local.name, await readImport(document.file, source, name, places, parts));
      }
      continue;
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id) document.exports.set(declared.id.name, declared.body);
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared.declarations) if (id.type === 'Identifier') document.exports.set(id.name, init);
  }
}

async function readImport(
  from: string,
  source: string,
  name: string,
  places: ImportPlaces,
  parts: Map<string, MdxDocument>,
): Promise<Imported> {
  const bare = source.replace(/^.*!/, '').replace(/\?\w*$/, '');
  const isRaw = bare !== source && /^!{0,2}raw-loader|\?raw$/.test(source);
  const path = resolveFrom(from, bare, places.aliases);
  if (path === undefined) return { kind: 'code' };
  const found = [path, `${path}.mdx`, `${path}.md`, `${path}/index.mdx`, `${path}/index.md`].find((one) =>
    places.tree.has(one),
  );
  if (imageName.test(bare) || isVideo(bare)) return { kind: 'picture', address: bare };
  if (isRaw || (found && /\.(?:txt|html?)$/i.test(found))) {
    const text = await places.tree.text(path);
    return text === undefined ? { kind: 'missing', source } : { kind: 'value', value: { value: text } };
  }
  if (found && /\.mdx?$/i.test(found)) {
    const known = parts.get(found);
    if (known) return { kind: 'part', document: known, name };
    const text = await places.tree.text(found);
    if (text === undefined || parts.size >= mostParts) return { kind: 'missing', source };
    const { body, fields } = splitFrontMatter(text);
    return { kind: 'part', document: await readDocument(found, body, fields, places, parts), name };
  }
  if (/\.mdx?$/i.test(bare)) return { kind: 'missing', source };
  const config = await readCode(path, places.tree);
  const value = name === 'default' ? config?.main : config?.exported(name);
  return value === undefined ? { kind: 'code' } : { kind: 'value', value: { value } };
}

async function readCode(path: string, tree: SourceTree): Promise<Awaited<ReturnType<typeof readStaticConfig>>> {
  const file = [path, `${path}.json`, `${path}.js`, `${path}.ts`, `${path}.mjs`, `${path}/index.js`, `${path}/index.ts`]
    .filter((one) => /\.(?:json|[mc]?[jt]s)$/.test(one))
    .find((one) => tree.has(one));
  return file === undefined ? undefined : await readStaticConfig(tree, file);
}

/** The path from the top that an import means; undefined for one of an installed package. */
export function resolveFrom(file: string, source: string, aliases: Record<string, string>): string | undefined {
  if (/^\.{1,2}\//.test(source)) return posix.join(posix.dirname(file), source);
  const alias = Object.keys(aliases).find((one) => source.startsWith(one));
  return alias === undefined ? undefined : posix.join(aliases[alias] ?? '', source.slice(alias.length));
}
