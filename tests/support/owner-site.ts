import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { project } from './built-site.ts';

/** Help centers made from content alone, each of another kind of owner: tests/fixtures/owners. */
export type Owner = 'bank' | 'game' | 'shop';

/** Files that an owner would put into the content folder, and that come with a package here. */
const FONTS: Record<Owner, Record<string, string>> = {
  bank: { 'fonts/bitter.woff2': '@fontsource/bitter/files/bitter-latin-600-normal.woff2' },
  game: {
    'fonts/press-start-2p.woff2': '@fontsource/press-start-2p/files/press-start-2p-latin-400-normal.woff2',
  },
  shop: {},
};

/** What the content of an owner's site is made from. */
export const ownerInputs = (owner: Owner): string[] => [
  `tests/fixtures/owners/${owner}`,
  'tests/support/owner-site.ts',
];

/** Writes the content of an owner's site into a folder: `testOf('bank', ownerInputs('bank'), writeOwner('bank'))`. */
export const writeOwner =
  (owner: Owner) =>
  async (content: string): Promise<void> => {
    await cp(resolve(project, `tests/fixtures/owners/${owner}`), content, { recursive: true });
    for (const [file, source] of Object.entries(FONTS[owner]))
      await cp(resolve(project, 'node_modules', source), resolve(content, file), { recursive: true });
  };
