import { stat } from 'node:fs/promises';
import { isMarkdown, readJson } from './sources/export/json-files.ts';
import { type ReadExport, readExport } from './sources/export/read-export.ts';
import { readMarkdownFolder } from './sources/markdown/read-markdown-folder.ts';
import type { Skipped, SourceSite } from './sources/source.ts';
import { walkFolder } from './sources/source-files.ts';

/**
 * Reads what `path` holds, whichever system it came from: a folder with Markdown files is a tree, JSON is an
 * export of the help desk whose fields it has. Where both are, the one with more articles is read; the files of the
 * other are named.
 * @throws Error with the remedy when it holds nothing that can be imported.
 */
export async function readSource(path: string, options: { locale?: string }): Promise<SourceSite> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Error(`${path} does not exist. Name the folder or file to import.`);
  const names = found.isDirectory() ? (await walkFolder(path)).files : [path];
  const markdown = found.isDirectory() ? names.filter(isMarkdown) : [];
  const exported = readExport(await readJson(path), options);
  const tree = markdown.length > 0 ? await readMarkdownFolder(path, options) : undefined;
  const ofTree = tree?.articles.length ?? 0;
  const ofExport = exported.site?.articles.length ?? 0;
  if (exported.site && ofExport > 0 && ofExport >= ofTree) return besideMarkdown(exported, markdown, ofTree);
  if (tree && ofTree > 0) return besideExport(tree, exported);
  throw new Error(nothingIn(path, tree, exported));
}

/** The site of an export, with the Markdown files beside it named. */
function besideMarkdown({ site, name }: ReadExport, markdown: string[], articles: number): SourceSite {
  if (!site) throw new TypeError('An export that was read has a site.');
  for (const origin of markdown)
    site.skipped.push({
      origin,
      reason: 'not-an-article',
      detail: `Markdown beside an export of ${name}, which was imported`,
    });
  if (articles > 0)
    site.notes.push({
      level: 'lost',
      kind: 'two-sources',
      detail: `An export of ${name} (${site.articles.length} articles) and Markdown (${articles}) are in this folder. The export has as many or more and was imported; put the Markdown into a folder of its own, and import that too.`,
    });
  return site;
}

/** The site of a tree of Markdown files, with the export beside it named, or what should have been one. */
function besideExport(tree: SourceSite, { site, name, origins, skipped, failed }: ReadExport): SourceSite {
  const named: Skipped[] = [];
  if (site && site.articles.length > 0) {
    named.push(...skipped.filter(({ reason }) => reason === 'unreadable'));
    for (const origin of origins)
      named.push({
        origin,
        reason: 'not-an-article',
        detail: `an export of ${name} beside Markdown, which was imported`,
      });
    tree.notes.push({
      level: 'lost',
      kind: 'two-sources',
      detail: `Markdown (${tree.articles.length} articles) and an export of ${name} (${site.articles.length}) are in this folder. The Markdown has more and was imported; put the export into a folder of its own, and import that too.`,
    });
  } else
    for (const one of skipped.filter(({ origin }) => failed.includes(origin)))
      named.push({ ...one, reason: 'not-an-article' });
  const replaced = new Set(named.map(({ origin }) => origin));
  tree.skipped = [...tree.skipped.filter(({ origin }) => !replaced.has(origin)), ...named];
  return tree;
}

/** Why nothing can be imported: what was found instead, and what to do. */
function nothingIn(path: string, tree: SourceSite | undefined, { name, skipped }: ReadExport): string {
  const named = new Set(skipped.map(({ origin }) => origin));
  const all = [...skipped, ...(tree?.skipped ?? []).filter(({ origin }) => !named.has(origin))];
  const rank = ({ reason }: Skipped): number => ['unreadable', 'restricted'].indexOf(reason) + 1 || 3;
  const shown = all.toSorted((one, other) => rank(one) - rank(other)).slice(0, 5);
  const more = all.length - shown.length;
  const what = name
    ? all.some(({ reason }) => reason === 'restricted')
      ? `in the export of ${name} is no article that everybody may read`
      : `this is part of an export of ${name}, without its articles. Save them too`
    : tree
      ? 'its Markdown files are none, and there is no known export'
      : 'no Markdown files and no known export';
  return [
    `${path} holds no articles that can be imported: ${what}.`,
    ...shown.map((one) => `  ${one.origin}: ${one.detail}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    'scripts/lib/import/README.md tells what each source should look like.',
  ].join('\n');
}
