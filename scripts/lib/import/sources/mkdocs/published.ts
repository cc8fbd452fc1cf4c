import type { SourceTree } from '../markdown/source-tree.ts';
import { endings } from './addresses.ts';
import type { MkDocsConfig } from './config.ts';
import { type IncludePaths, includedFiles } from './includes.ts';
import { matchesPatterns } from './path-patterns.ts';

const page = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
/** Text that would count as lost if readers had seen it. */
const otherText = /\.(?:mdx|rst|adoc|asciidoc|html?|txt|org|textile|ipynb|wiki)$/i;
/** Folders and files whose names say that they are parts of pages. */
const partName =
  /(?:^|\/)(?:_[^/]*|snippets?|includes?|partials?|shared|reuse|fragments?|abbreviations|glossary-terms)(?:\/|\.\w+$)/i;

/** Why a Markdown file is no page of a site, for each of its files; undefined for a page. */
export async function notAPage(
  tree: SourceTree,
  docs: string,
  config: MkDocsConfig | undefined,
  includes: IncludePaths,
): Promise<(file: string) => string | undefined> {
  const prefix = docs ? `${docs}/` : '';
  const parts = await partsOf(tree, prefix, config, includes);
  const patterns = `.*\n/templates/\n${config?.excluded ?? ''}`;
  return (file) => {
    if (!file.startsWith(prefix) && otherText.test(file) && !parts.has(file))
      return `it is not in ${docs}, where the pages of the site are`;
    if (!page.test(file)) return undefined;
    if (parts.has(file)) return 'a part that pages include; its text is in them';
    if (!file.startsWith(prefix)) return undefined;
    const path = file.slice(prefix.length);
    if (config && matchesPatterns(path, patterns)) return 'MkDocs did not publish it (exclude_docs)';
    if (config?.plugins.has('literate-nav') && /(?:^|\/)SUMMARY\.md$/.test(file))
      return 'the menu of the old site, which was read';
    if (/(?:^|\/)README\.md$/.test(file) && tree.has(file.replace(/README\.md$/, 'index.md')))
      return 'index.md beside it is the page of the folder';
    return undefined;
  };
}

/** Files that pages include and that were no pages themselves: outside the folder of pages, or parts by their names and in no menu. */
async function partsOf(
  tree: SourceTree,
  prefix: string,
  config: MkDocsConfig | undefined,
  includes: IncludePaths,
): Promise<Set<string>> {
  const found = new Set<string>();
  const inMenu = JSON.stringify(config?.nav ?? '');
  for (const file of tree.files) {
    if (!page.test(file) || !file.startsWith(prefix)) continue;
    const text = (await tree.text(file)) ?? '';
    if (!/8<|\{!|\{%/.test(text)) continue;
    for (const part of await includedFiles(text, file, includes)) found.add(part);
  }
  for (const name of includes.appended)
    for (const folder of includes.snippets) found.add([folder, name].filter(Boolean).join('/'));
  return new Set(
    [...found].filter((file) => {
      if (!file.startsWith(prefix)) return true;
      const path = file.slice(prefix.length);
      return partName.test(path) && !inMenu.includes(`"${path}"`);
    }),
  );
}

/** Whether writers alone saw a page (`draft_docs`). */
export function isDraft(file: string, docs: string, config: MkDocsConfig | undefined): boolean {
  return (
    config !== undefined &&
    config.drafts !== '' &&
    matchesPatterns(file.slice(docs ? docs.length + 1 : 0), config.drafts)
  );
}
