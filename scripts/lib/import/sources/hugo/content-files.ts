import { matchesWildcards } from '../dialect/paths.ts';
import { folderOf, type PageFolder } from '../markdown/folder-layout.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import { isRecord, type RawRecord } from '../records.ts';
import type { HugoConfig } from './config.ts';
import { includedFiles } from './shortcode-files.ts';

/** What the files of the content say about one another. */
export interface ContentFiles {
  /** Folders that are sections: those with an `_index` page, by their path below the content. */
  sections: ReadonlySet<string>;
  /** Why a file made no page of its own on the old site. */
  parts: ReadonlyMap<string, string>;
  /** Files that pages include and that are none themselves. */
  included: ReadonlySet<string>;
  /** Front matter that the sections above a file give it (`cascade`). */
  cascadeFor(file: string): RawRecord;
}

/** Reads the front matter of all content, for what it says about other pages. */
export async function readContentFiles(
  tree: SourceTree,
  folders: readonly PageFolder[],
  config: HugoConfig,
): Promise<ContentFiles> {
  const sections = new Set<string>();
  const bundles = new Set<string>();
  const cascades: { folder: string; rules: unknown }[] = [{ folder: '', rules: config.cascade }];
  const parts = new Map<string, string>();
  const included = new Set<string>();
  for (const file of tree.files) {
    const inside = folderOf(file, folders);
    const { folder, name } = partsOf(file);
    if (!inside || !name) continue;
    const { fields, body } = splitFrontMatter((await tree.text(file)) ?? '');
    for (const one of includedFiles(tree, body, file, config)) if (!isPageFile(one.file)) included.add(one.file);
    if (name === '_index') {
      const below = folder.slice(inside.path ? inside.path.length + 1 : 0, -1);
      sections.add(below);
      sections.add(below.replace(/^[^/]+\//, ''));
      if (fields.cascade !== undefined) cascades.push({ folder, rules: fields.cascade });
    }
    if (name === 'index' && folder.slice(0, -1) !== inside.path) bundles.add(folder);
    const why = whyPart(fields);
    if (why) parts.set(file, why);
  }
  for (const file of tree.files) {
    const { folder, name } = partsOf(file);
    if (name !== 'index' && isInBundle(folder, bundles))
      parts.set(file, 'it belonged to the page whose folder it is in');
  }
  return {
    sections,
    parts,
    included,
    cascadeFor: (file) =>
      Object.assign(
        {},
        ...cascades.filter(({ folder }) => file.startsWith(folder)).map(({ rules }) => valuesFor(file, rules)),
      ),
  };
}

function isPageFile(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** The folder of a page, with a closing slash, and its name without ending and language; '' for what is no page. */
function partsOf(file: string): { folder: string; name: string } {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length).replace(/\.(?:md|markdown)$/i, '');
  return { folder, name: isPageFile(file) ? name.replace(/\.[a-z]{2}(?:-[a-z]{1,8})?$/i, '') : '' };
}

function isInBundle(folder: string, bundles: ReadonlySet<string>): boolean {
  const parts = folder.split('/');
  return parts.some((_, index) => bundles.has(`${parts.slice(0, index).join('/')}/`));
}

/** `headless: true`, `build: { render: never }`: text that other pages show. */
function whyPart({ headless, build, _build }: RawRecord): string | undefined {
  if (headless === true) return 'it had no page of its own (headless)';
  const { render } = isRecord(build) ? build : isRecord(_build) ? _build : {};
  return render === 'never' || render === false || render === 'link' ? 'it had no page of its own (render)' : undefined;
}

/** The values of rules, which may be for some paths only: `{ target: { path: '/docs/**' }, draft: true }`. */
function valuesFor(file: string, rules: unknown): RawRecord {
  const list = (Array.isArray(rules) ? rules : [rules]).filter(isRecord);
  const matching = list.filter((rule) => {
    const target = rule.target ?? rule._target;
    if (!isRecord(target)) return true;
    const path = typeof target.path === 'string' ? target.path.replace(/^\{|\}$/g, '').split(',') : undefined;
    const bare = `/${file.replace(/\.\w+$/, '')}`;
    return path === undefined || path.some((one) => matchesWildcards(bare, `*${one.trim().replaceAll('**', '*')}`));
  });
  return Object.fromEntries(
    matching.flatMap((rule) => Object.entries(rule).filter(([name]) => name !== 'target' && name !== '_target')),
  );
}
