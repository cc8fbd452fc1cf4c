import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { attachmentName, imageName } from '../assets.ts';
import { sourceTree } from '../markdown/source-tree.ts';
import type { Skipped, SourceSite } from '../source.ts';
import { readText } from '../source-files.ts';
import { parseJson } from './parse-json.ts';

/** Largest JSON file that is read, in bytes: an export of 20,000 articles has about 150 MB. */
const largest = 400_000_000;

/** `articles.json`, and what tools make of addresses of pages: `articles.json?page=2`, `articles.json.1`. */
const jsonName = /\.(json|jsonl|ndjson)(\?[^/]*|\.\d{1,4})?$/i;

export interface JsonFiles {
  /** Top-level values, one for each file, or one for each line of JSON Lines. */
  documents: { origin: string; value: unknown }[];
  skipped: Skipped[];
  /** The files that hold a page, such as one to sign in, instead of an answer. */
  failed: string[];
  /** Paths of pictures and other files beside them that an article may show. */
  files: string[];
  /** The folder that `files` are relative to. */
  root: string;
}

/**
 * Reads one JSON file or all of a folder; a broken one is named and the others still count. What is neither JSON, nor
 * Markdown, nor a file that an article may show is named too.
 */
export async function readJson(path: string): Promise<JsonFiles> {
  const isFile = (await stat(path)).isFile();
  const root = isFile ? dirname(path) : path;
  const { files, left } = isFile ? { files: [basename(path)], left: [] } : await sourceTree(root);
  const found: JsonFiles = { documents: [], skipped: [], failed: [], files: [], root };
  for (const { path: origin, why } of left) found.skipped.push({ origin, reason: 'not-an-article', detail: why });
  for (const origin of files) {
    const full = join(root, origin);
    if (jsonName.test(origin) || (isUnnamed(origin) && (await beginsAsJson(full)))) await readOne(full, origin, found);
    else if (imageName.test(origin) || (attachmentName.test(origin) && !archive.test(origin))) found.files.push(origin);
    else if (!isMarkdown(origin))
      found.skipped.push({
        origin,
        reason: 'not-an-article',
        detail: archive.test(origin)
          ? 'packed; unpack it first, if it holds articles'
          : 'not JSON, and no picture or file that an article could show',
      });
  }
  return found;
}

/** True for a file that the reader of Markdown sites takes, or names. */
export function isMarkdown(file: string): boolean {
  return /\.(md|markdown|mdx|mdoc)$/i.test(file);
}

const archive = /\.(zip|gz|7z|rar|tar|tgz)$/i;

/** `curl -O` and browsers save an answer under the last part of its address, which may have no ending. */
function isUnnamed(file: string): boolean {
  return /(^|\/)[^/.]+(\.txt)?$/i.test(file);
}

async function beginsAsJson(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(64) });
    return /^(\xef\xbb\xbf|\xff\xfe)?[\s\0]*[{[]/.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

async function readOne(path: string, origin: string, found: JsonFiles): Promise<void> {
  const skip = (reason: Skipped['reason'], detail: string, line?: number): void =>
    void found.skipped.push({ origin: line === undefined ? origin : `${origin}, line ${line}`, reason, detail });
  let text: string;
  try {
    if ((await stat(path)).size > largest) {
      skip('too-large', `larger than ${largest / 1e6} MB; export it in pages`);
      return;
    }
    ({ text } = await readText(path));
  } catch (error) {
    skip('unreadable', error instanceof Error ? error.message : String(error));
    return;
  }
  const { values, problems, isPage } = parseJson(text, /\.(jsonl|ndjson)\b/i.test(origin));
  if (isPage) found.failed.push(origin);
  for (const value of values) found.documents.push({ origin, value });
  for (const { line, detail } of problems) {
    if (isSettings(origin)) skip('not-an-article', 'settings of a program, no export', line);
    else skip('unreadable', detail, line);
  }
}

/** Settings that lie in folders of programs; some have comments, which JSON has not. */
export function isSettings(file: string): boolean {
  return /(^|\/)((package|package-lock|composer|tsconfig|jsconfig|biome|deno|renovate|vercel|lerna|turbo|nx)(\.[\w-]{1,40})?\.json|\.\w[^/]*|\.(vscode|idea|github|devcontainer)\/.*)$/i.test(
    file,
  );
}

/** The site of an export, of which nothing is read yet but what had to be skipped. */
export function emptySite(
  kind: SourceSite['kind'],
  { root, files, skipped }: Pick<JsonFiles, 'root' | 'files' | 'skipped'>,
): SourceSite {
  return { kind, root, locales: [], categories: [], articles: [], skipped: [...skipped], notes: [], files };
}
