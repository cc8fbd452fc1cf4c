import { posix } from 'node:path';
import { expandMdx } from '../dialect/mdx.ts';
import type { SourceTree } from './source-tree.ts';
import type { MarkdownSystem } from './system.ts';

/** Any folder of Markdown files: its folders are categories and sections, and nobody knows its old addresses. */
export const plain: MarkdownSystem = {
  kind: 'markdown',
  async recognise(tree) {
    const parts = await partsOf(tree);
    return {
      folders: [{ path: '' }],
      endings: ['md', 'markdown', 'mdx', 'mdown', 'mkdn', 'mkd'],
      indexNames: /^(?:_?index|readme)$/i,
      notAPage: (file) => (parts.has(file) ? 'a part that pages include' : undefined),
      addresses: () => [],
      // Writers also count from the top of the repository, with the folder that all pages share.
      paths: ({ name, file }) => [`/${name}`, `/${file}`],
      expand: (page) => (/\.mdx$/i.test(page.file) ? expandMdx(page, tree, { aliases }) : page.body),
    };
  },
};

/** What imports of most projects begin with, and the folder from the top that it stands for. */
const aliases = { '@site/': '', '@/': 'src/', '~/': 'src/', '/': '' };

/** The files that pages in MDX import: these show them, under whatever names. */
async function partsOf(tree: SourceTree): Promise<Set<string>> {
  const parts = new Set<string>();
  for (const file of tree.files.filter((one) => /\.mdx$/i.test(one)))
    for (const [, source = ''] of ((await tree.text(file)) ?? '').matchAll(
      /^import\s[^\n'"]{1,200}['"]([^\n'"]{1,300}\.mdx?)['"]/gm,
    )) {
      const alias = Object.entries(aliases).find(([start]) => source.startsWith(start));
      const path = alias
        ? posix.join(alias[1], source.slice(alias[0].length))
        : posix.join(posix.dirname(file), source);
      if (tree.has(path)) parts.add(path);
    }
  return parts;
}
