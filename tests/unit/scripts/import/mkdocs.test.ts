import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { definitionsToLists } from '../../../../scripts/lib/import/sources/dialect/definition-lists.ts';
import { dialectOf } from '../../../../scripts/lib/import/sources/mkdocs/dialect.ts';
import { expandDialect } from '../../../../scripts/lib/import/sources/mkdocs/expand.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { convertHere } from '../../../support/import/convert-here.ts';
import { convert } from './convert.ts';

const fixture = 'tests/fixtures/import/mkdocs-site';
const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'mkdocs-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

interface Imported {
  out: string;
  report: ImportReport;
}

async function importFrom(from: string): Promise<Imported> {
  const out = await newFolder();
  return { out, report: await runImport({ from, out, convert: convertHere }) };
}

/** Imports a site whose files are given by path and text. */
async function importFiles(files: Record<string, string>): Promise<Imported> {
  const from = await newFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, path)), { recursive: true });
    await writeFile(join(from, path), text);
  }
  return importFrom(from);
}

async function articles({ out }: Imported): Promise<Map<string, string>> {
  const root = join(out, 'articles');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const)),
  );
}

/** All that was said about an import: what was left out, and what changed, by page. */
function saidOf({ report }: Imported): string {
  return [
    ...report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`),
    ...report.notes.map(({ level, detail }) => `site: ${level}: ${detail}`),
    ...report.changes.flatMap(({ origin, notes }) =>
      notes.filter(({ level }) => level !== 'info').map(({ level, detail }) => `${origin}: ${level}: ${detail}`),
    ),
  ].join('\n');
}

describe('A site of MkDocs', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await importFrom(fixture);
  });

  test('comes over with every construct of Python-Markdown as what Signpost has for it', async () => {
    expect(site.report.source).toEqual({ kind: 'mkdocs', locales: ['en'], articles: 12, drafts: 1 });
    for (const [file, text] of await articles(site))
      await expect(text).toMatchFileSnapshot(join(process.cwd(), 'tests/fixtures/import/mkdocs-expected', file));
  });

  test('names what is no page, what was not published, and what cannot be carried over', async () => {
    await expect(`${saidOf(site)}\n`).toMatchFileSnapshot(
      join(process.cwd(), 'tests/fixtures/import/mkdocs-expected/said.txt'),
    );
  });

  test('its menu gives the categories, the sections and the places', async () => {
    const places = [...(await articles(site))].map(([file, text]) => {
      const [, order] = /^order: (\d+)$/m.exec(text) ?? [];
      const [, section] = /^section: (.+)$/m.exec(text) ?? [];
      return [file.replace('en/', ''), order, section].filter(Boolean).join(' ');
    });
    expect(places).toEqual([
      'drafts/kept.md',
      'guides/blocks.md 40',
      'guides/guides.md 30',
      'guides/html.md 70 For experts',
      'guides/includes.md 60 For experts',
      'guides/soon.md',
      'guides/text.md 50',
      'setup/backup.md 20',
      'setup/install.md 10',
      'welcome/hidden.md',
      'welcome/macros.md',
      'welcome/welcome.md 10',
    ]);
  });

  test('without its configuration no block of it passes as prose', async () => {
    const from = await newFolder();
    await cp(join(fixture, 'docs'), join(from, 'docs'), { recursive: true });
    const alone = await importFrom(from);
    expect(alone.report.source.kind).toBe('mkdocs');
    for (const [file, text] of await articles(alone)) {
      const prose = text.replace(/^( *(?:> ?)*)(`{3,})[\s\S]*?^\1\2$/gm, '').replace(/`[^`\n]+`/g, '');
      expect(`${file} ${/^.*(?:!!!|\?\?\?|=== "|\/\/\/).*$/m.exec(prose)?.[0] ?? ''}`).toBe(`${file} `);
    }
    expect((await articles(alone)).get('en/setup/backup.md')).toContain('aliases:\n  - /setup/backup/\n');
  });
});

describe('A site of MkDocs in several languages', () => {
  const page = (title: string): string => `# ${title}\n\nText of ${title}.\n`;

  test('by endings: the default language has no part in addresses, menus are translated', async () => {
    const site = await importFiles({
      'mkdocs.yml': `site_name: Lamp
site_url: https://example.org/
use_directory_urls: false
plugins:
  - i18n:
      docs_structure: suffix
      languages:
        - { locale: de, default: true, name: Deutsch }
        - { locale: pt-BR, name: Português, nav_translations: { Anfang: Início } }
nav:
  - Anfang:
      - start/index.md
      - start/licht.md
`,
      'docs/start/index.md': page('Start'),
      'docs/start/index.pt-BR.md': page('Começo'),
      'docs/start/licht.md': page('Licht'),
      'docs/start/licht.pt-BR.md': `${page('Luz')}\n[Começo](index.md)\n`,
    });
    expect(site.report.source.locales).toEqual(['de', 'pt-br']);
    const texts = await articles(site);
    expect([...texts.keys()]).toEqual([
      'de/anfang/licht.md',
      'de/anfang/start.md',
      'pt-br/anfang/licht.md',
      'pt-br/anfang/start.md',
    ]);
    expect(texts.get('de/anfang/licht.md')).toContain('aliases:\n  - /start/licht.html\n');
    expect(texts.get('pt-br/anfang/licht.md')).toContain('aliases:\n  - /pt-BR/start/licht.html\n');
    expect(texts.get('pt-br/anfang/licht.md')).toContain('[Começo](id:start)');
    expect(await readFile(join(site.out, 'articles/pt-br/anfang/_category.yaml'), 'utf8')).toContain('title: Início');
  });

  test('by folders', async () => {
    const site = await importFiles({
      'mkdocs.yml': `site_name: Lamp
site_url: https://example.org/help/
plugins:
  i18n: { docs_structure: folder, languages: [{ locale: en, default: true }, { locale: fr }] }
`,
      'docs/en/setup/bulb.md': page('Bulb'),
      'docs/fr/setup/bulb.md': page('Ampoule'),
      'docs/fr/index.md': page('Accueil'),
    });
    const texts = await articles(site);
    expect(texts.get('en/setup/bulb.md')).toContain('aliases:\n  - /help/setup/bulb/\n');
    expect(texts.get('fr/setup/bulb.md')).toContain('aliases:\n  - /help/fr/setup/bulb/\n');
    expect(texts.get('fr/setup/bulb.md')).toContain('id: setup-bulb\n');
  });
});

describe('Menus in files of folders', () => {
  test.each([
    ['awesome-pages', 'docs/b/.pages', 'title: Second things\nnav:\n  - two.md\n  - ...\n'],
    ['awesome-nav', 'docs/b/.nav.yml', 'title: Second things\nnav:\n  - two.md\n  - "*"\n'],
  ])('%s: titles, and what the list leaves out', async (_, path, menu) => {
    const site = await importFiles({
      'mkdocs.yml': 'site_name: Lamp\n',
      [path]: menu,
      'docs/b/one.md': '# One\n\nText.\n',
      'docs/b/two.md': '# Two\n\nText.\n',
      'docs/a/first.md': '# First\n\nText.\n',
    });
    const texts = await articles(site);
    expect(texts.get('en/second-things/two.md')).toContain('order: 20\n');
    expect(texts.get('en/second-things/one.md')).toContain('order: 30\n');
    expect(texts.get('en/a/first.md')).toContain('order: 10\n');
  });

  test('literate-nav: SUMMARY.md is the menu and no page', async () => {
    const site = await importFiles({
      'mkdocs.yml': 'site_name: Lamp\nplugins: [literate-nav]\n',
      'docs/SUMMARY.md': '- [Home](index.md)\n- Light\n    - [Bright](c/bright.md)\n    - *.md\n- [Rest](c/)\n',
      'docs/index.md': '# Home\n\nText.\n',
      'docs/c/bright.md': '# Bright\n\nText.\n',
      'docs/c/dark.md': '# Dark\n\nText.\n',
    });
    expect(site.report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toContain(
      'docs/SUMMARY.md: the menu of the old site, which was read',
    );
    expect([...(await articles(site)).keys()]).toEqual(['en/home/home.md', 'en/light/bright.md', 'en/rest/dark.md']);
  });
});

/** A page in Python-Markdown as Signpost's Markdown, and what was noted. */
function read(body: string): { markdown: string; notes: Note[] } {
  const notes: Note[] = [];
  const expanded = expandDialect(body, notes, {
    dialect: dialectOf(undefined),
    icons: { isOwn: () => false },
    address: (written) => written,
  });
  const { markdown, notes: more } = convert(expanded, 'markdown');
  return { markdown: markdown.trim(), notes: [...notes, ...more] };
}

test('definitions in a comment stay in it', () => {
  const body = '<!-- Later:\n\nTerm\n: text\n-->\n\nTerm\n: text';
  expect(definitionsToLists(body)).toBe('<!-- Later:\n\nTerm\n: text\n-->\n\n+ **Term**: text');
});

describe('Blocks of Python-Markdown', () => {
  test.each([
    ['a body with an empty line in it', '!!! note\n\n    a\n\n    b\n\nc', '> [!NOTE]\n> a\n>\n> b\n\nc'],
    ['a body indented by tabs', '!!! tip "T"\n\tone\n\n\t\tcode', '> [!TIP] T\n> one\n>\n> ```\n> code\n> ```'],
    ['a body that was forgotten', '!!! note "Only a title"\n\ntext', '> [!NOTE] Only a title\n\ntext'],
    ['one that is code', '    !!! note\n        x', '```\n!!! note\n    x\n```'],
    ['items with wide markers', '100. a\n\n    b', '100. a\n\n     b'],
    ['items indented as for CommonMark', '- a\n  - b\n\n    c', '- a\n  - b\n\n    c'],
    ['a rule below a paragraph', 'a\nb\n---', 'a\nb\n\n***'],
    ['a row of equals signs', 'Light\n=====\n\nx', '## Light\n\nx'],
    ['a slash block that nobody closes', '/// note\n\nx', '/// note\n\nx'],
    ['footnotes one below the other', 'a[^1] b[^2]\n\n[^1]: A\n[^2]: B', 'a[^1] b[^2]\n\n[^1]: A\n\n[^2]: B'],
    ['a comment over lines', 'a\n\n<!-- b\n\n!!! note\n    c -->\n\nd', 'a\n\nd'],
    ['a bar in code in a table', '| a |\n| - |\n| `x|y` |', '| a |\n| - |\n| `x\\|y` |'],
    ['terms with a list', 'T\n:   a\n\n    - b', '- **T**\n\n  a\n\n  - b'],
  ])('%s', (_, body, expected) => {
    expect(read(body).markdown).toBe(expected);
  });

  test('an abbreviation is explained where it stands first', () => {
    expect(read('LED and LED\n\n*[LED]: Light-emitting diode').markdown).toBe(
      '<abbr title="Light-emitting diode">LED</abbr> and LED',
    );
  });

  test('signs in an abbreviation mean themselves', () => {
    expect(read('a read-only disk, C++\n\n*[read-only]: Nobody writes to it\n*[C++]: A language').markdown).toBe(
      'a <abbr title="Nobody writes to it">read-only</abbr> disk, <abbr title="A language">C++</abbr>',
    );
  });

  test('blocks far within one another come to an end', () => {
    const body = Array.from({ length: 300 }, (_, depth) => `${'    '.repeat(depth)}!!! note "n${depth}"`).join('\n');
    expect(read(body).markdown).toContain('n299');
  });
});

const word = fc.integer({ min: 0, max: 99_999 }).map((number) => `w${number}x`);
const inline = fc.oneof(
  word,
  ...[
    (text: string) => `**${text}**`,
    (text: string) => `==${text}==`,
    (text: string) => `^^${text}^^`,
    (text: string) => `{++${text}++}`,
    (text: string) => `[${text}](https://example.org/){ .button target=_blank }`,
    (text: string) => `\`${text}\``,
    (text: string) => `:material-check: ${text}`,
    (text: string) => `++"${text}"++`,
    (text: string) => `H~${text}~ and x^${text}^`,
    (text: string) => `<span class="a">${text}</span>`,
  ].map((write) => word.map(write)),
);
const indented = (body: string, by = '    '): string => body.replace(/^(?=.)/gm, by);
const blocks = fc.letrec<{ blocks: string; piece: string }>((tie) => ({
  blocks: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('\n\n')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
    word.map((text) => `## ${text} { #${text} .a }`),
    fc.tuple(word, word).map(([title, code]) => `\`\`\` { .py title="${title}" }\n${code}\n!!! note\n\`\`\``),
    fc.tuple(word, inline).map(([term, text]) => `${term}\n:   ${text}`),
    fc.tuple(inline, inline).map(([one, other]) => `| a | b |\n| - | - |\n| ${one} | ${other} |`),
    fc.tuple(word, tie('blocks')).map(([title, body]) => `!!! tip "${title}"\n${indented(body)}`),
    fc.tuple(word, tie('blocks')).map(([title, body]) => `???+ note "${title}"\n\n${indented(body)}`),
    fc
      .tuple(word, tie('blocks'), word, tie('blocks'))
      .map(([one, first, two, second]) => `=== "${one}"\n\n${indented(first)}\n\n=== "${two}"\n${indented(second)}`),
    fc.tuple(word, tie('blocks')).map(([text, body]) => `1.  ${text}\n\n${indented(body)}\n\n2.  ${text}`),
    fc.tuple(word, tie('blocks')).map(([text, body]) => `- ${text}\n\n${indented(body)}`),
    tie('blocks').map((body) => indented(body, '> ')),
    fc.tuple(word, tie('blocks')).map(([title, body]) => `////// details | ${title}\n${body}\n//////`),
    tie('blocks').map((body) => `<div class="grid" markdown>\n\n${body}\n\n</div>`),
  ),
}));

test('every word of any blocks in any order arrives, and none is left in the form of Python-Markdown', () => {
  fc.assert(
    fc.property(blocks.blocks, (body) => {
      const { markdown, notes } = read(body);
      expect(missing(body, markdown)).toEqual([]);
      expect(notes.filter(({ kind }) => kind === 'left-as-written')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('every word of damaged blocks arrives', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '\n', '    ', '"', '`', '{', '<!--', '</div>', '>')), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(blocks.blocks, damage, (body, cuts) => {
      const damaged = cuts.reduce((text, [place, sign]) => {
        // Between words, so that each of them can still be looked for; a tag without its end takes words with it.
        const gaps = [...text.matchAll(sign === '' ? /[^\w<>/="]/g : /[^\w]/g)].map(({ index }) => index);
        const at = gaps[place % Math.max(1, gaps.length)] ?? 0;
        return text.slice(0, at) + sign + text.slice(sign === '' ? at + 1 : at);
      }, body);
      const { markdown, notes } = read(damaged);
      const named = notes.map(({ detail }) => detail).join(' ');
      // Attributes, cells beyond the columns of a table, and what is after a comment that nobody ends: nothing readers saw.
      const seen = damaged.replace(/<!--[\s\S]*$/, '').replace(/\.py[^\n]*|^.*\|.*$/gm, '');
      expect(missing(seen, `${markdown} ${named}`)).toEqual([]);
    }),
    // The same ones each time: once in some thousands a sign makes words an attribute, which readers did not see either.
    { numRuns: 300, seed: 11 },
  );
});

/** Words of a source that are nowhere in what became of it. */
function missing(body: string, markdown: string): string[] {
  return (body.match(/w\d+x/g) ?? []).filter((one) => !markdown.includes(one));
}
