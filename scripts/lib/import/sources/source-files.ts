import { opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold nothing of a site. */
const ignoredNames = new Set(['node_modules', '.git', '.import']);

export interface FolderFiles {
  /** Regular files relative to the folder, with forward slashes, sorted. */
  files: string[];
  /** Links that were not followed: they may lead out of the folder or in circles. */
  links: string[];
  /** Folders of installed packages, of git and of an import, which were not looked into. */
  ignored: string[];
}

/** Lists a folder with all below it; symbolic links are named and not followed. */
export async function walkFolder(root: string): Promise<FolderFiles> {
  const found: FolderFiles = { files: [], links: [], ignored: [] };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for await (const entry of await opendir(join(root, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isSymbolicLink()) found.links.push(path);
      else if (entry.isDirectory()) (ignoredNames.has(entry.name) ? found.ignored : waiting).push(path);
      else if (entry.isFile()) found.files.push(path);
    }
  }
  found.files.sort();
  found.links.sort();
  found.ignored.sort();
  return found;
}

/** Bodies larger than this are no articles; converting them would take minutes. In bytes. */
export const largestArticle = 2_000_000;

/**
 * The text of a file: UTF-8, or UTF-16 when it says so; a byte order mark is dropped and lines end in \n.
 * `broken` is true when some bytes were not UTF-8 and had to be replaced.
 */
export async function readText(path: string): Promise<{ text: string; broken: boolean }> {
  const bytes = await readFile(path);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  return { text, broken: text.includes('\ufffd') };
}
