import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { beforeMdx, codeBlocks } from '../../../../scripts/lib/import/sources/docusaurus/dialect.ts';
import { withoutNumber } from '../../../../scripts/lib/import/sources/docusaurus/page-address.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

interface Imported {
  report: ImportReport;
  read(path: string): Promise<string>;
}
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function importFolder(from: string): Promise<Imported> {
  const out = await mkdtemp(join(tmpdir(), 'docusaurus-'));
  folders.push(out);
  const report = await runImport({ from, out, verify: true, convert: convertHere });
  return { report, read: (path) => readFile(join(out, path), 'utf8') };
}

/** A site of a few files, made for one question. */
async function importFiles(files: Record<string, string>): Promise<Imported> {
  const from = await mkdtemp(join(tmpdir(), 'docusaurus-'));
  folders.push(from);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, file)), { recursive: true });
    await writeFile(join(from, file), text);
  }
  return importFolder(from);
}

const bodyOf = (text: string): string => text.split('---\n').slice(2).join('---\n').trim();

describe('A Docusaurus site', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await importFolder('tests/fixtures/import/docusaurus-site');
  });

  test('every page of its documentation, its second collection and its own pages come over, in their languages', () => {
    expect(site.report.source).toEqual({ kind: 'docusaurus', locales: ['en', 'de'], articles: 12, drafts: 1 });
    expect(site.report.files.map(({ path, origin }) => `${origin} -> ${path}`).sort()).toEqual([
      'api/calls.md -> articles/en/api/calls.md',
      'category Api -> articles/en/api/_category.yaml',
      'category Erste Tage -> articles/de/first-days/_category.yaml',
      'category Extra -> articles/en/extra/_category.yaml',
      'category First days -> articles/en/first-days/_category.yaml',
      'category General -> articles/en/general/_category.yaml',
      'category Guides -> articles/en/guides/_category.yaml',
      'category More -> articles/en/more/_category.yaml',
      'docs/01-start/01-unpack.md -> articles/en/first-days/unpack.md',
      'docs/01-start/02-pair.mdx -> articles/en/first-days/pair.md',
      'docs/extra/extra.md -> articles/en/more/extra.md',
      'docs/extra/faq.md -> articles/en/more/faq.md',
      'docs/extra/later.md -> articles/en/extra/later.md',
      'docs/guides/components.mdx -> articles/en/guides/components.md',
      'docs/guides/lights/01-colours.md -> articles/en/guides/colours.md',
      'docs/guides/lights/02-colours-night.mdx -> articles/en/guides/night-colours.md',
      'docs/welcome.md -> articles/en/general/welcome.md',
      'i18n/de/docusaurus-plugin-content-docs/current/01-start/01-unpack.md -> articles/de/first-days/unpack.md',
      'src/pages/team.mdx -> articles/en/general/team.md',
      'the options of the import -> site.yaml',
      'values of the old site -> variables.yaml',
    ]);
  });

  test('what stays behind is named with the reason', () => {
    expect(site.report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toEqual([
      'blog/2026-01-02-first.md: a post or a list of the blog; posts are not imported',
      'docs/01-start/_category_.json: title and place of a folder, which were read',
      'docs/_note.md: a part that pages include',
      'docs/guides/_parts/_facts.mdx: a part that pages include',
      'docs/guides/_parts/_setup.mdx: a part that pages include',
      'docs/guides/_parts/blink.py: a .py file, no page',
      'docs/guides/lights/_category_.yml: title and place of a folder, which were read',
      'docusaurus.config.ts: settings of the site, which were read',
      'i18n/de/docusaurus-plugin-content-docs/current.json: words of the old site’s menus and buttons',
      'sidebars.ts: settings of the site, which were read',
      'src/components/Badge.js: a .js file, no page',
      'src/components/Card.js: a .js file, no page',
      'src/pages/index.tsx: a page that a program makes (React), which is not read: what it says has to be written again',
      'static/img/dark.png: no article shows it or links to it',
      'static/img/unused.png: no article shows it or links to it',
    ]);
    expect(site.report.notes.map(({ detail }) => detail)).toContain(
      'The menu had entries that are no pages, which are not in it any more: Shop (https://shop.lumen.example), Coming soon.',
    );
  });

  test('every word that readers saw is there', () => {
    expect(site.report.words).toMatchObject({ losses: [] });
  });

  test('the menu gives categories, sections and order, with the address of a list', async () => {
    expect(await site.read('articles/en/guides/_category.yaml')).toBe(
      'title: Guides\ndescription: What the lamp can do.\norder: 30\naliases:\n  - /help/guide/all-guides\n',
    );
    expect(await site.read('articles/de/first-days/_category.yaml')).toContain('title: Erste Tage\n');
    expect(await site.read('articles/en/guides/colours.md')).toBe(`---
title: Colours
id: guides-lights-colours
description: Red, green, and night.
section: Lights
order: 40
keywords:
  - colour
  - Night light
aliases:
  - /help/guide/guides/lights/colours
---

Red, green, and [night](id:guides-lights-colours-night "At night"). See [every component](id:guides-components#tabs).
`);
  });

  test.each([
    ['en/first-days/unpack.md', ['/help/guide/start/unpack', '/help/old-start', '/help/older']],
    ['de/first-days/unpack.md', ['/help/de/guide/start/unpack', '/help/de/old-start', '/help/de/older']],
    ['en/first-days/pair.md', ['/help/guide/start/pair']],
    ['en/general/welcome.md', ['/help/guide/']],
    ['en/guides/night-colours.md', ['/help/guide/guides/lights/night-colours']],
    ['en/more/extra.md', ['/help/guide/extra/']],
    ['en/api/calls.md', ['/help/api/calls']],
    ['en/general/team.md', ['/help/team']],
  ])('%s keeps its old addresses', async (path, addresses) => {
    expect(await site.read(`articles/${path}`)).toContain(
      `aliases:\n${addresses.map((address) => `  - ${address}\n`).join('')}---`,
    );
  });

  test('links by file, by address, with @site and with pathname lead to articles, lists and files', async () => {
    expect(
      bodyOf(await site.read('articles/en/general/welcome.md')),
    ).toBe(`Begin with [unpacking](id:start-unpack#the-box), [pairing](id:start-pair) or [the guides](/en/guides/).
Read [the reference](id:api-calls), [download the sheet](../../../files/sheet.pdf) or see [the team](id:pages-team).

![The lamp](../../../images/lamp.png) ![Again](../../../images/lamp.png) ![Own](../../../images/plug.png)`);
    expect(bodyOf(await site.read('articles/de/first-days/unpack.md'))).toBe(
      '## Die Kiste {#the-box}\n\nÖffnen. Dann [koppeln](id:start-pair) und [zurück](id:welcome).',
    );
    expect(bodyOf(await site.read('articles/en/first-days/unpack.md'))).toBe(
      '## The box\n\nOpen it. Then [pair it](id:start-pair).\n\n## What is inside {#inside}\n\nBack to [the box](#the-box), [here](#inside), [the welcome page](id:welcome) and [night colours](id:guides-lights-colours-night).',
    );
  });

  test('parts are put in with what they are given', async () => {
    expect(bodyOf(await site.read('articles/en/first-days/pair.md'))).toBe(
      `Hold the button of the Lumen until it blinks 2 times. Take your **time**.

See [colours](id:guides-lights-colours) and ![The plug](../../../images/plug.png).

It needs USB-C and version :var{version} of the app.

Hold the button of the Mini until it blinks 3 times.

See [colours](id:guides-lights-colours) and ![The plug](../../../images/plug.png).`,
    );
  });

  test('a list of cards is a list of links', async () => {
    expect(bodyOf(await site.read('articles/en/more/extra.md'))).toBe('- [Questions](id:extra-faq): What people ask.');
  });

  test('every component becomes what Signpost has', async () => {
    await expect(await site.read('articles/en/guides/components.md')).toMatchFileSnapshot(
      '../../../fixtures/import/docusaurus-components.md',
    );
  });

  test('what changed its form is named', () => {
    const notes = site.report.changes.map(({ origin, notes: all }) => [origin, all.map(({ detail }) => detail)]);
    expect(Object.fromEntries(notes)).toEqual({
      'docs/guides/components.mdx': [
        'code that readers could change and run is shown as code',
        'a drawing that was made of code (mermaid) is shown as that code',
      ],
      'docs/extra/faq.md': [
        'a link to ./missing.md, which is not among the imported files, became plain text',
        '/help/blog/2026/01/02/first became https://help.lumen.example/help/blog/2026/01/02/first, its old address',
      ],
    });
  });
});

describe('Forms of a site', () => {
  test('of several versions the last one is read, and the others are named', async () => {
    const { report, read } = await importFiles({
      'docusaurus.config.js': "module.exports = { url: 'https://x.example', baseUrl: '/', trailingSlash: true };",
      'versions.json': '["2.0", "1.0"]',
      'docs/a.md': '# Next',
      'versioned_docs/version-2.0/a.md': '# Now\n\nSee [b](b.md).',
      'versioned_docs/version-2.0/b.md': '---\nid: bee\n---\n\n# B\n\nText.',
      'versioned_docs/version-1.0/a.md': '# Old',
      'versioned_sidebars/version-2.0-sidebars.json': '{"docs": {"First": ["version-2.0/bee"], "Second": ["a"]}}',
    });
    expect(report.files.map(({ path }) => path).filter((path) => /\/[ab]\.md$/.test(path))).toEqual([
      'articles/en/first/b.md',
      'articles/en/second/a.md',
    ]);
    expect(await read('articles/en/second/a.md')).toContain('aliases:\n  - /docs/a/\n---\n\nSee [b](id:b).');
    expect(await read('articles/en/first/b.md')).toContain('  - /docs/bee/\n');
    expect(report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toContain(
      'docs/a.md: a page of another version (the next one); the one at the plain addresses is imported',
    );
    expect(report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toContain(
      'versioned_docs/version-1.0/a.md: a page of another version (1.0); the one at the plain addresses is imported',
    );
  });

  test('a site below a folder, with documentation at its root and a menu made of its folders', async () => {
    const { report, read } = await importFiles({
      'README.md': '# The repository',
      'website/docusaurus.config.js': `const docs = { routeBasePath: '/', path: '../manual', sidebarPath: require.resolve('./sidebars.js') };
module.exports = { title: 'Kettle', url: 'https://k.example', baseUrl: '/k/', presets: [['classic', { docs, blog: false }]] };`,
      'website/sidebars.js': "module.exports = { all: [{ type: 'autogenerated', dirName: '.' }] };",
      'manual/README.md': '# Kettle\n\nSee [cleaning](/care/clean), [it](2-care/02-clean.md) and ![k](/k.png).',
      'manual/2-care/_category_.yml': 'label: Care\nlink: { type: generated-index }',
      'manual/2-care/02-clean.md': '# Clean',
      'manual/2-care/01-dry.md': '# Dry\n\nText.',
      'manual/1-use/index.md': '---\ntitle: Using it\n---\n\nBoil.',
      'manual/1-use/boil.md': '---\ntitle: Boil\nsidebar_position: 1\n---\n\nText.',
      'website/static/k.png': 'x',
    });
    expect(report.files.map(({ path }) => path).sort()).toEqual([
      'articles/en/care/_category.yaml',
      'articles/en/care/clean.md',
      'articles/en/care/dry.md',
      'articles/en/kettle/_category.yaml',
      'articles/en/kettle/kettle.md',
      'articles/en/using-it/_category.yaml',
      'articles/en/using-it/boil.md',
      'articles/en/using-it/use.md',
      'site.yaml',
    ]);
    expect(await read('articles/en/using-it/_category.yaml')).toContain('title: Using it\n');
    expect(await read('articles/en/care/_category.yaml')).toContain('aliases:\n  - /k/category/care\n');
    expect(await read('articles/en/care/dry.md')).toContain('  - /k/care/dry\n');
    expect(await read('articles/en/using-it/use.md')).toContain('  - /k/use/\n');
    expect(bodyOf(await read('articles/en/kettle/kettle.md'))).toBe(
      'See [cleaning](id:care-clean), [it](id:care-clean) and ![k](../../../images/k.png).',
    );
  });

  test('a folder of pages without the configuration is known by what they import', async () => {
    const { report } = await importFiles({
      'docs/user/a.mdx':
        'import Tabs from \'@theme/Tabs\';\n\n# A\n\n<Tabs>\n<TabItem value="x">One</TabItem>\n</Tabs>',
      'docs/user/b.md': '# B\n\nText.',
    });
    expect(report.source).toMatchObject({ kind: 'docusaurus', articles: 2 });
  });

  test('a configuration that cannot be read leaves the usual places', async () => {
    const { report } = await importFiles({
      'docusaurus.config.js': '}{',
      'sidebars.js': 'also broken (',
      'docs/a.md': '# A\n\nx',
    });
    expect(report.source).toMatchObject({ kind: 'docusaurus', articles: 1 });
  });
});

describe('Names with numbers', () => {
  test.each([
    ['01-intro', 'intro', 1],
    ['2.setup', 'setup', 2],
    ['3 - more', 'more', 3],
    ['2026-01-02-first', '2026-01-02-first', undefined],
    ['7.1-notes', '7.1-notes', undefined],
    ['intro', 'intro', undefined],
    ['404', '404', undefined],
  ])('%s is %s', (written, name, place) => {
    expect(withoutNumber(written)).toEqual(place === undefined ? { name: written } : { name, place });
  });
});

describe('Code and formulas', () => {
  test('titles stand above, and what marks lines goes', () => {
    const notes: Note[] = [];
    const body =
      '- ```js title="a b.js"\n  // highlight-start\n  a\n  # not this\n  // highlight-end\n  ```\n\n```md {1-2}\n// highlight-next-line\n```';
    expect(codeBlocks(body, notes)).toBe(
      '- **a b.js**\n\n  ```js\n  a\n  # not this\n  ```\n\n```md\n// highlight-next-line\n```',
    );
    expect(notes).toEqual([]);
  });

  test('formulas are shown as code, where the site has any', () => {
    const notes: Note[] = [];
    expect(
      beforeMdx(
        'It is $a_1 + b_2$, not $5 or $6.\n\n$$\n\\frac{1}{2}\n$$\n\n```mdx-code-block\n<A />\n```',
        true,
        notes,
      ),
    ).toBe('It is `a_1 + b_2`, not $5 or $6.\n\n```latex\n\\frac{1}{2}\n```\n\n<A />');
    expect(notes.map(({ detail }) => detail)).toEqual(['formulas stand in the text as they are written']);
    expect(beforeMdx('$a_1$', false, [])).toBe('$a_1$');
  });
});

/** Pieces of the dialect around a word; broken ones among them. */
const piece = fc.constantFrom(
  ':::note[W]\n\nW\n\n:::',
  ':::tip W\nW\n:::',
  ':::danger\nW',
  '<Tabs>\n<TabItem value="a" label="W">W</TabItem>\n</Tabs>',
  '<TabItem value="W">\n\nW\n',
  '<details>\n<summary>W</summary>\n\nW\n\n</details>',
  '<details><summary>W</summary>W',
  '- W\n  <Note>W</Note>\n- W',
  '> W <kbd>W</kbd>',
  '{`W`} W {"W"}',
  'W {W',
  'W } <W> W',
  '<Admonition type="tip" title="W">W</Admonition>',
  '```js title="W"\n// W\n```',
  '| W |\n| - |\n| <b>W</b> |',
  '<div className="x">\n\nW\n\n</div>',
  '<!-- -->\nW',
  '## W {#w}',
  'import W from "./w"',
  'W\n\n<Card title="W" href="./w">W</Card>',
  '<Zip title="W">W</Zip>',
);

describe('Any page', () => {
  test('is read without an error, and every word arrives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        let count = 0;
        const words = (text: string): string => text.replace(/W/g, () => `word${count++}x`);
        const body = pieces.map((text) => (text.startsWith('import') ? 'Text' : words(text))).join('\n\n');
        const { report, read } = await importFiles({
          'docusaurus.config.js': 'module.exports = {}',
          'docs/a/page.md': `---\ntitle: T\n---\n\n${body}\n`,
        });
        const text = await read('articles/en/a/page.md');
        const notes = JSON.stringify(report.changes);
        for (let index = 0; index < count; index++)
          if (!text.includes(`word${index}x`)) expect(notes, `${body}\n=====\n${text}`).toContain(`word${index}x`);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 120_000);
});
