import { posix } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord } from '../records.ts';

/** What a `_category_` file says about its folder. */
export interface CategoryFile {
  label?: string;
  position?: number;
  description?: string;
  /** What the entry of the menu leads to: a page by its id, a list of what is in it, or nothing. */
  link?: unknown;
}

const categoryFile = /(?:^|\/)_category_\.(?:json|ya?ml)$/;

/** The categories of a site, by their folders from the top. One that cannot be read says nothing. */
export async function readCategoryFiles(tree: SourceTree): Promise<Map<string, CategoryFile>> {
  const found = new Map<string, CategoryFile>();
  for (const file of tree.files.filter((one) => categoryFile.test(one))) {
    const text = (await tree.text(file)) ?? '';
    try {
      const value: unknown =
        file.endsWith('.json') || !yamlExcess(text)
          ? parseYaml(text, { stringKeys: true, uniqueKeys: false })
          : undefined;
      if (!isRecord(value)) continue;
      found.set(posix.dirname(file), {
        label: typeof value.label === 'string' || typeof value.label === 'number' ? String(value.label) : undefined,
        position: typeof value.position === 'number' ? value.position : undefined,
        description: typeof value.description === 'string' ? value.description : undefined,
        link: value.link,
      });
    } catch {
      // The folder's name is title enough.
    }
  }
  return found;
}
