import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

const from = 'tests/fixtures/import/markdown-tree';
let out: string;
let report: ImportReport;
const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'import-'));
  report = await runImport({ from, out, name: 'Lumen' });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('A tree of Markdown files', () => {
  test('each article gets its category, section, id, description and old addresses', async () => {
    expect(
      (await read('articles/en/getting-started/connect-your-lamp.md')).split('---\n')[1],
    ).toBe(`title: Connect your lamp
id: 360000000101
description: Your lamp joins the home network in three steps.
section: First steps
keywords:
  - pairing
  - wi-fi
aliases:
  - /hc/en-us/articles/360000000101
  - /hc/en-us/articles/360000000101-Connect-your-lamp
`);
  });

  test('its text is repaired and otherwise kept', async () => {
    expect(
      (await read('articles/en/getting-started/connect-your-lamp.md')).split(/^---\n[\s\S]*?\n---\n/)[1]?.trim(),
    ).toBe(`***

Your lamp joins the home network in three steps. Keep the phone close to it.

## Hold the button {#hold-it}

1. Hold the <kbd>Power</kbd> button ![the round button](../../../images/button.png) for five seconds.

2. Wait for the blue light.

   > [!NOTE]
   > The light blinks _slowly_ first.

3. Open \`lamp.local\` or run:

   \`\`\`lampscript
   join <network>
   \`\`\`

## If it does not work

See [the light stays red](id:360000000102#red-light), go [back](#hold-it) or read more.

_A lamp_

![If it does not work](https://www.youtube.com/watch?v=lampvideo01)`);
  });

  test('relative links, placeholders and tables of raw HTML come over', async () => {
    expect(await read('articles/en/getting-started/the-light-stays-red.md')).toContain(`| Light | Meaning |
| - | - |
| Red | • no network<br>• no power |

Ask [billing](id:360000000103#how-long) about the \\<port number> fee.`);
  });

  test('a draft stays one', async () => {
    expect(await read('articles/en/billing/refunds.md')).toContain('draft: true');
  });

  test('the report names what changed, by article, and what was no article', () => {
    expect(report.totals).toMatchObject({ create: 6, conflict: 0 });
    expect(report.skipped).toEqual([
      { origin: 'README.md', reason: 'not-an-article', detail: 'a file about the repository' },
    ]);
    expect(report.changes.find((one) => one.origin.endsWith('red.md'))?.notes.map((note) => note.kind)).toEqual([
      'field-dropped',
      'list-in-table-cell',
    ]);
    expect(report.notes[0]?.detail).toBe(
      'site.yaml has stand-ins for url (--url), contact channels (--contact): set them before publishing.',
    );
  });

  test('images that are there are copied', async () => {
    expect(await readdir(join(out, 'images'))).toEqual(['button.png']);
  });
});

describe('Importing again', () => {
  test('unchanged input writes nothing', async () => {
    const again = await runImport({ from, out, name: 'Lumen' });
    expect(again.totals).toMatchObject({ create: 0, update: 0, unchanged: 5 });
  });

  test('a local edit is kept and named', async () => {
    const file = join(out, 'articles/en/billing/refunds.md');
    await writeFile(file, `${await readFile(file, 'utf8')}\nEdited here.\n`);
    const again = await runImport({ from, out, name: 'Lumen' });
    expect(again.files).toEqual([
      { path: 'articles/en/billing/refunds.md', action: 'keep-edit', origin: 'articles/Billing/Refunds.md' },
    ]);
    expect(await readFile(file, 'utf8')).toContain('Edited here.');
  });

  test('--check writes nothing at all', async () => {
    const empty = join(out, 'not-there');
    expect((await runImport({ from, out: empty, check: true })).totals.create).toBe(6);
    await expect(readdir(empty)).rejects.toThrow(/ENOENT/);
  });

  test('a folder without articles is refused with the remedy', async () => {
    await expect(
      runImport({ from: 'tests/fixtures/import/markdown-tree/articles/Getting started/First steps/img', out }),
    ).rejects.toThrow(/holds no articles that can be imported: no Markdown files and no known export/);
  });
});

describe('Two imports into one folder', () => {
  test('do not take each other’s articles, snippets and variables, and each is repeated on its own', async () => {
    const root = await mkdtemp(join(tmpdir(), 'two-imports-'));
    const write = async (folder: string, files: Record<string, string>): Promise<string> => {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, folder, file)), { recursive: true });
        await writeFile(join(root, folder, file), text);
      }
      return join(root, folder);
    };
    const shared = (what: string): string =>
      `The ${what} comes within ten days, in a box that you should keep for as long as you have it.`;
    const site = (what: string, pages: string[]): Record<string, string> => ({
      'mkdocs.yml': `site_name: ${what}\nmarkdown_extensions: [pymdownx.snippets]\nplugins: [macros]\nextra: { price: 12 ${what}s }\n`,
      'docs/index.md': `# Start with the ${what}\n\nIt costs {{ price }} a year.\n`,
      'box.md': shared(what),
      ...Object.fromEntries(
        pages.map((page) => [`docs/${page}.md`, `# ${page} of the ${what}\n\n--8<-- "box.md"\n\nBe kind to it.\n`]),
      ),
    });
    const [lamps, kettles] = [
      await write('lamps', site('lamp', ['dim', 'glow', 'hang'])),
      await write('kettles', site('kettle', ['boil', 'pour', 'clean'])),
    ];
    const content = join(root, 'content');
    const importing = (source: string): Promise<ImportReport> =>
      runImport({ from: source, out: content, convert: convertHere });
    await importing(lamps);
    const before = await contentOf(content);
    const second = await importing(kettles);
    const after = await contentOf(content);
    for (const [path, text] of before) expect([path, after.get(path)]).toEqual([path, text]);
    expect(second.totals).toMatchObject({ update: 0, conflict: 1, gone: 0 });
    expect(second.notes.map(({ detail }) => detail)).toContain(
      '1 article has the id of one that another import wrote here (articles/en/start-with-the-lamp/start-with-the-lamp.md). Nothing there was overwritten, and the new texts lie in .import/incoming: give them other ids, or import into a folder of its own.',
    );
    expect(after.get('snippets/en/box-2.md')).toBe(`${shared('kettle')}\n`);
    expect(after.get('variables.yaml')).toBe('price: 12 lamps\n');
    for (const again of [await importing(lamps), await importing(kettles)])
      expect(again.totals).toMatchObject({ create: 0, update: 0, conflict: 0, gone: 0 });
    expect(await contentOf(content)).toEqual(after);
    await rm(root, { recursive: true });
  });
});

/** The files of a content folder with their texts, without what the import keeps for itself. */
async function contentOf(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(?:md|yaml)$/.test(name) && !name.startsWith('.import'),
  );
  return new Map(
    await Promise.all(names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}
