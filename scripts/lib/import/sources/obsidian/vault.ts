import { posix } from 'node:path';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { Page } from '../markdown/system.ts';

/** Finds what links of a vault mean. */
export interface Vault {
  /** The file that a link in `from` means: a note without its ending, any other file with it. */
  find(link: string, from: string): string | undefined;
}

/** A vault of some files; `pages` know their other names. */
export function vaultOf(tree: Pick<SourceTree, 'files'>, pages: readonly Page[]): Vault {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const file of tree.files.filter((one) => !one.startsWith('.'))) {
    const path = file.toLowerCase();
    byPath.set(path, file);
    const name = posix.basename(path);
    const same = byName.get(name);
    if (same) same.push(file);
    else byName.set(name, [file]);
  }
  const byAlias = new Map<string, string>();
  for (const { file, fields } of pages)
    for (const alias of fields.otherNames)
      if (!byAlias.has(alias.toLowerCase())) byAlias.set(alias.toLowerCase(), file);
  return {
    find(link, from) {
      const wanted = link.trim().normalize('NFC').replace(/^\/+/, '').toLowerCase();
      if (!wanted) return from;
      const folder = posix.dirname(from).toLowerCase();
      for (const path of [wanted, `${wanted}.md`]) {
        const beside = posix.join('/', folder, path).slice(1);
        const exact = byPath.get(path) ?? byPath.get(beside);
        if (exact) return exact;
        const named = (byName.get(posix.basename(path)) ?? []).filter((file) =>
          `/${file.toLowerCase()}`.endsWith(`/${path}`),
        );
        const near = named.find((file) => posix.dirname(file).toLowerCase() === folder);
        const shortest = named.toSorted((one, other) => one.length - other.length)[0];
        if (near ?? shortest) return near ?? shortest;
      }
      return byAlias.get(wanted);
    },
  };
}
