import { posix } from 'node:path';
import { withFileNames } from '../dialect/code-fences.ts';
import { exportedFields } from '../dialect/mdx/fields.ts';
import { expandMdx } from '../dialect/mdx/mdx.ts';
import { titleFromName } from './arrange.ts';
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
      paths: ({ name, file }) => [name, file].flatMap((path) => [`/${path}`, `/${withoutNumbers(path)}`]),
      folderInfo: (folder) => ({ title: numberedTitle(folder, tree) }),
      async expand(page) {
        if (!/\.mdx$/i.test(page.file)) return page.body;
        const { title, description } = exportedFields(page.body);
        page.fields.title ??= title;
        page.fields.description ??= description;
        return withFileNames(await expandMdx(page, tree, { aliases }));
      },
    };
  },
};

/** What imports of most projects begin with, and the folder from the top that it stands for. */
const aliases = { '@site/': '', '@/': 'src/', '~/': 'src/', '/': '' };

/** `01-app/02-start.mdx` -> `app/start.mdx`: numbers give the order, and addresses have none. */
function withoutNumbers(path: string): string {
  return path.replace(/(^|\/)\d{1,4}[-_.][ ]?(?=[^/\d])/g, '$1');
}

/** The name of a folder without its number, where the folders beside it have numbers too. */
function numberedTitle(folder: string, tree: SourceTree): string | undefined {
  const name = posix.basename(folder);
  if (!/^\d{1,4}[-_.]\D/.test(name)) return undefined;
  const inside = tree.files.find((file) => `/${file}`.includes(`/${folder}/`)) ?? '';
  const above = inside.slice(0, `/${inside}`.indexOf(`/${folder}/`)) + folder.slice(0, -name.length);
  const beside = new Set(
    tree.files
      .filter((file) => file.startsWith(above))
      .flatMap((file) => file.slice(above.length).split('/').slice(0, -1).slice(0, 1)),
  );
  return [...beside].every((one) => /^\d{1,4}[-_.]\D/.test(one)) ? titleFromName(withoutNumbers(name)) : undefined;
}

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
