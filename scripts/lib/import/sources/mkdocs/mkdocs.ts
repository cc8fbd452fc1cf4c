import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import type { MarkdownSystem } from '../markdown/system.ts';
import { endings } from './addresses.ts';
import { opensBlock } from './admonitions.ts';
import { readConfig } from './config.ts';
import { indentOf, isBlank, step } from './lines.ts';
import { mkDocsSite } from './site.ts';

/** Zensical, which comes after MkDocs, reads the same. */
const configuration = /(?:^|\/)(?:mkdocs|zensical)\.ya?ml$/;
const page = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

/** MkDocs, told by its configuration: the one nearest to the top whose folder of pages is there. */
export const mkdocs: MarkdownSystem = {
  kind: 'mkdocs',
  async recognise(tree) {
    const files = tree.files.filter((file) => configuration.test(file));
    for (const file of files.sort((one, other) => one.split('/').length - other.split('/').length)) {
      const config = await readConfig(tree, file);
      const prefix = config.docs ? `${config.docs}/` : '';
      if (tree.files.some((one) => one.startsWith(prefix) && page.test(one)))
        return mkDocsSite(tree, config.docs, config);
    }
    return undefined;
  },
};

/** MkDocs without its configuration, as when the folder of pages was brought alone: told by blocks that no other system has. */
export const mkdocsPages: MarkdownSystem = {
  kind: 'mkdocs',
  async recognise(tree) {
    const found: string[] = [];
    for (const file of tree.files) if (page.test(file) && hasBlocks((await tree.text(file)) ?? '')) found.push(file);
    return found.length > 0 ? mkDocsSite(tree, docsFolder(found), undefined) : undefined;
  },
};

/** `!!! note`, `??? "Title"` or `=== "Label"` with an indented body, outside code. */
function hasBlocks(text: string): boolean {
  if (!/^[ \t]*(?:!!!|\?\?\?|===)/m.test(text)) return false;
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  let found = false;
  mapLinesOutsideCode(lines.join('\n'), (line, index) => {
    if (found || !opensBlock(line.trim())) return line;
    let next = index + 1;
    while (next < lines.length && isBlank(lines[next])) next += 1;
    found = next < lines.length && indentOf(lines[next] ?? '') >= indentOf(line) + step;
    return line;
  });
  return found;
}

/** The folder named `docs` that holds all of them, else the top. */
function docsFolder(files: readonly string[]): string {
  const [first = ''] = files;
  const folder = /^(?:.*?\/)?docs(?=\/)/.exec(first)?.[0];
  return folder !== undefined && files.every((file) => file.startsWith(`${folder}/`)) ? folder : '';
}
