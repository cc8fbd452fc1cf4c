import { join, posix } from 'node:path';
import { largestArticle, readText, walkFolder } from '../source-files.ts';

/** A folder to import: which files there are, and their texts. */
export interface SourceTree {
  /** Absolute or relative path of the folder. */
  root: string;
  /** All regular files from the top, with forward slashes, sorted. */
  files: readonly string[];
  /** Symbolic links, which were not followed, and folders that were not looked into. */
  left: { path: string; why: string }[];
  has(file: string): boolean;
  /** The text of a file; undefined when there is none, it cannot be read, or it is larger than an article may be. */
  text(file: string): Promise<string | undefined>;
}

/** Lists a folder, and reads its files when they are asked for. */
export async function sourceTree(root: string): Promise<SourceTree> {
  const { files, links, ignored } = await walkFolder(root);
  const known = new Set(files);
  const texts = new Map<string, Promise<string | undefined>>();
  const read = async (file: string): Promise<string | undefined> => {
    try {
      const { text } = await readText(join(root, file));
      return text.length > largestArticle ? undefined : text;
    } catch {
      return undefined;
    }
  };
  return {
    root,
    files,
    left: [
      ...links.map((path) => ({ path, why: 'a symbolic link; it was not followed' })),
      ...ignored.map((path) => ({
        path: `${path}/`,
        why: 'a folder of installed packages, of git or of an import; it was not looked into',
      })),
    ],
    has: (file) => known.has(file),
    text(file) {
      const path = posix.normalize(file);
      if (!known.has(path)) return Promise.resolve(undefined);
      const text = texts.get(path) ?? read(path);
      texts.set(path, text);
      return text;
    },
  };
}
