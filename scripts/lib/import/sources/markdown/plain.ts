import type { MarkdownSystem } from './system.ts';

/** Any folder of Markdown files: its folders are categories and sections, and nobody knows its old addresses. */
export const plain: MarkdownSystem = {
  kind: 'markdown',
  recognise: () =>
    Promise.resolve({
      folders: [{ path: '' }],
      indexNames: /^(?:_?index|readme)$/i,
      addresses: () => [],
      // Writers also count from the top of the repository, with the folder that all pages share.
      paths: ({ name, file }) => [`/${name}`, `/${file}`],
    }),
};
