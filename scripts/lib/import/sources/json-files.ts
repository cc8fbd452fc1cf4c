import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Skipped, SourceSite } from './source.ts';
import { readText, walkFolder } from './source-files.ts';

/** Largest JSON file that is read, in bytes: an export of 20,000 articles has about 150 MB. */
const largest = 400_000_000;

export interface JsonFiles {
  /** Top-level values, one for each file, or one for each line of JSON Lines. */
  documents: { origin: string; value: unknown }[];
  skipped: Skipped[];
  /** Paths of the other files beside them. */
  files: string[];
  /** The folder that `files` are relative to. */
  root: string;
}

/** Reads one JSON file or all of a folder; a broken one is named and the others still count. */
export async function readJson(path: string): Promise<JsonFiles> {
  const isFile = (await stat(path)).isFile();
  const root = isFile ? dirname(path) : path;
  const files = isFile ? [basename(path)] : (await walkFolder(root)).files;
  const found: JsonFiles = {
    documents: [],
    skipped: [],
    files: files.filter((file) => !/\.(jsonl?|ndjson)$/i.test(file)),
    root,
  };
  for (const origin of files.filter((file) => /\.(jsonl?|ndjson)$/i.test(file))) {
    const full = join(root, origin);
    if ((await stat(full)).size > largest) {
      found.skipped.push({
        origin,
        reason: 'too-large',
        detail: `larger than ${largest / 1e6} MB; export it in pages`,
      });
      continue;
    }
    const { text } = await readText(full);
    const lines = /\.(jsonl|ndjson)$/i.test(origin) ? text.split('\n').filter((line) => line.trim()) : [text];
    lines.forEach((line, index) => {
      try {
        found.documents.push({ origin, value: JSON.parse(line) as unknown });
      } catch (error) {
        const place = lines.length > 1 ? `${origin}, line ${index + 1}` : origin;
        found.skipped.push({
          origin: place,
          reason: 'unreadable',
          detail: `no valid JSON (${reasonOf(error)}); export it again`,
        });
      }
    });
  }
  return found;
}

/** V8 quotes the whole text in its message; the first words and the place are enough. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/,? ?"[\s\S]*" is not valid JSON/, '')
    .replace(/\s+/g, ' ')
    .slice(0, 120);
}

/** The site of an export, of which nothing is read yet but what had to be skipped. */
export function emptySite(kind: SourceSite['kind'], { root, files, skipped }: JsonFiles): SourceSite {
  return { kind, root, locales: [], categories: [], articles: [], skipped: [...skipped], notes: [], files };
}
