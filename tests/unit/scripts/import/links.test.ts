import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-links-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The text of one article that is imported with the others, and what the report says of it. */
async function imported(files: Record<string, string>, origin: string): Promise<{ text: string; notes: string[] }> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'in', path)), { recursive: true });
    await writeFile(join(folder, 'in', path), text);
  }
  const out = join(folder, 'out');
  const report = await runImport({ from: join(folder, 'in'), out, convert: convertHere });
  const path = report.files.find((file) => file.origin === origin)?.path ?? '';
  const written = await readFile(join(out, path), 'utf8');
  return {
    text: written.split('---\n').slice(2).join('---\n').trim(),
    notes: report.changes.find((change) => change.origin === origin)?.notes.map(({ detail }) => detail) ?? [],
  };
}

test('a file in a tree is meant from its top, from the folder that all share, from beside, with and without its ending', async () => {
  const { text, notes } = await imported(
    {
      'kb/lamps/bulbs.md': '# Bulbs\n\n## Sizes\n\nSmall.',
      'kb/lamps/cords.md':
        '# Cords\n\n[a](/kb/lamps/bulbs.md) [b](/lamps/bulbs) [c](/kb/lamps/bulbs) [d](bulbs.md) [e](./bulbs) [f](../lamps/bulbs/) [g](Bulbs.md#sizes)',
      'kb/shop/open.md': '# Open\n\nDaily.',
    },
    'kb/lamps/cords.md',
  );
  const link = (name: string, anchor = ''): string => `[${name}](id:lamps-bulbs${anchor})`;
  expect(text).toBe(`${[...'abcdef'].map((name) => link(name)).join(' ')} ${link('g', '#sizes')}`);
  expect(notes).toEqual([]);
});

test('links and pictures whose addresses have spaces are made links, and what leads nowhere is named', async () => {
  const { text, notes } = await imported(
    {
      'a/hours.md':
        '# Hours\n\n[a](<when open.md>) [b](when open.md) [c](https://example.com/a b) [d](mailto:a@b.co?subject=Hi there) [e](tel:+49 30 123) ![Shop](our shop.png) [f](not there.md)',
      'a/when open.md': '# When open\n\nDaily.',
      'a/our shop.png': 'picture',
    },
    'a/hours.md',
  );
  expect(text).toBe(
    '[a](id:when-open) [b](id:when-open) [c](<https://example.com/a b>) [d](<mailto:a@b.co?subject=Hi there>) [e](tel:+4930123) ![Shop](../../../images/our-shop.png) f',
  );
  expect(notes).toEqual([
    'links whose addresses have spaces were made links',
    'a link to not there.md, which is not among the imported files, became plain text',
  ]);
});

test.each([
  [
    'Mintlify',
    {
      'mint.json':
        '{ "name": "Lamp", "navigation": { "groups": [{ "group": "Use", "pages": ["use/on", "GET /lamps"] }], "anchors": [{ "anchor": "Shop", "href": "https://shop.example.com" }] } }',
      'use/on.mdx': '---\ntitle: Turn it on\n---\n\nPress.',
    },
    [
      'the menu led to GET /lamps; here no article stands for it',
      'the menu led to https://shop.example.com (Shop); here no article stands for it',
    ],
  ],
  [
    'VitePress',
    {
      '.vitepress/config.js':
        'export default { themeConfig: { sidebar: [{ text: "Use", items: [{ text: "On", link: "/on" }, { text: "Shop", link: "https://shop.example.com" }] }] } }',
      'on.md': '# Turn it on\n\nPress.',
    },
    ['the menu led to https://shop.example.com (Shop); here no article stands for it'],
  ],
  [
    'Starlight',
    {
      'astro.config.mjs':
        'export default defineConfig({ integrations: [starlight({ title: "Lamp", sidebar: [{ label: "On", link: "/on/" }, { label: "Shop", link: "https://shop.example.com" }] })] })',
      'src/content/docs/on.md': '---\ntitle: Turn it on\n---\n\nPress.',
    },
    ['the menu led to https://shop.example.com (Shop); here no article stands for it'],
  ],
])('what a menu of %s led to beside its pages is named', async (_system, files, expected) => {
  await imported(files as Record<string, string>, Object.keys(files)[1] ?? '');
  const report = JSON.parse(await readFile(join(folder, 'out/.import/report.json'), 'utf8')) as ImportReport;
  expect(report.notes.filter(({ kind }) => kind === 'menu-entry-dropped').map(({ detail }) => detail)).toEqual(
    expected,
  );
});
