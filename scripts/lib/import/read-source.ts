import { stat } from 'node:fs/promises';
import type { SourceSite } from './source.ts';
import { readTree } from './sources/read-tree.ts';

/**
 * Reads what `path` holds, whichever system it came from.
 * @throws Error with the remedy when it holds nothing that can be imported.
 */
export async function readSource(path: string, options: { locale?: string }): Promise<SourceSite> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Error(`${path} does not exist. Name the folder or file to import.`);
  const site = await readTree(path, options);
  if (site.articles.length === 0) throw new Error(`${path} holds no articles: no Markdown files and no known export. scripts/README.md tells what each source should look like.`);
  return site;
}
