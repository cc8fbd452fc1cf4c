import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { readJson } from './sources/json-files.ts';
import { readMarkdownFolder } from './sources/markdown/read-markdown-folder.ts';
import { isHelpScout, readHelpScout } from './sources/read-helpscout.ts';
import { isIntercom, readIntercom } from './sources/read-intercom.ts';
import type { SourceSite } from './sources/source.ts';
import { walkFolder } from './sources/source-files.ts';
import { isZendesk, readZendesk } from './sources/zendesk/read-zendesk.ts';

/**
 * Reads what `path` holds, whichever system it came from: a folder with Markdown files is a tree, JSON is an
 * export of the help desk whose fields it has.
 * @throws Error with the remedy when it holds nothing that can be imported.
 */
export async function readSource(path: string, options: { locale?: string }): Promise<SourceSite> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Error(`${path} does not exist. Name the folder or file to import.`);
  const names = found.isDirectory() ? (await walkFolder(path)).files : [path];
  const has = (...endings: string[]): boolean => names.some((name) => endings.includes(extname(name).toLowerCase()));
  const site =
    has('.md', '.markdown') && found.isDirectory()
      ? await readMarkdownFolder(path, options)
      : has('.json', '.jsonl', '.ndjson')
        ? await readExport(path, options)
        : undefined;
  if (site && site.articles.length > 0) return site;
  const reasons = (site?.skipped ?? [])
    .slice(0, 5)
    .map((one) => `\n  ${one.origin}: ${one.detail}`)
    .join('');
  throw new Error(
    `${path} holds no articles that can be imported: no Markdown files and no known export.${reasons}\nscripts/lib/import/README.md tells what each source should look like.`,
  );
}

async function readExport(path: string, options: { locale?: string }): Promise<SourceSite | undefined> {
  const json = await readJson(path);
  if (isZendesk(json)) return readZendesk(json);
  if (isIntercom(json)) return readIntercom(json, options);
  if (isHelpScout(json)) return readHelpScout(json, options);
  return {
    kind: 'zendesk',
    root: json.root,
    locales: [],
    categories: [],
    articles: [],
    skipped: json.skipped,
    notes: [],
    files: [],
  };
}
