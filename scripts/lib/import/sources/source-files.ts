import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold no articles. */
const passedOver = new Set(['node_modules', '.git', '.import', 'public', 'resources', 'themes', 'layouts', 'archetypes']);

export interface FolderFiles {
  /** Regular files relative to the folder, with forward slashes, sorted. */
  files: string[];
  /** Links that were not followed: they may lead out of the folder or in circles. */
  links: string[];
}

/** Lists a folder with all below it; symbolic links are named and not followed. */
export async function walkFolder(root: string): Promise<FolderFiles> {
  const found: FolderFiles = { files: [], links: [] };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for await (const entry of await opendir(join(root, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isSymbolicLink()) found.links.push(path);
      else if (entry.isDirectory() && !passedOver.has(entry.name)) waiting.push(path);
      else if (entry.isFile()) found.files.push(path);
    }
  }
  found.files.sort();
  found.links.sort();
  return found;
}
