import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { noteMarkdown } from '../../../../scripts/lib/import/sources/obsidian/note-markdown.ts';
import { partOf } from '../../../../scripts/lib/import/sources/obsidian/note-parts.ts';
import { vaultOf } from '../../../../scripts/lib/import/sources/obsidian/vault.ts';
import { type Place, readWikiLinks } from '../../../../scripts/lib/import/sources/obsidian/wiki-links.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let out: string;
let report: ImportReport;
const read = (path: string): Promise<string> => readFile(join(out, 'articles/en', path), 'utf8');
const body = async (path: string): Promise<string> => (await read(path)).split('---\n').slice(2).join('---\n').trim();
const notes = (origin: string): string[] =>
  report.changes
    .filter((change) => change.origin === origin)
    .flatMap((change) => change.notes.filter(({ level }) => level !== 'info').map(({ detail }) => detail));

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'obsidian-'));
  report = await runImport({ from: 'tests/fixtures/import/obsidian-vault', out, convert: convertHere });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('A vault of Obsidian', () => {
  test('every file is an article, shown by one, or named', () => {
    expect(report.source).toEqual({ kind: 'obsidian', locales: ['en'], articles: 5, drafts: 1 });
    expect(report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toEqual([
      'Files/plan.canvas: a .canvas file, no page',
      'Stencils/Day.md: a template',
      'Templates/Note.md: a template',
      '.obsidian/app.json: no article shows it or links to it',
      '.obsidian/templates.json: no article shows it or links to it',
    ]);
  });

  test('links, pictures and files by name from anywhere, comments, marks, formulas and footnotes', async () => {
    expect(
      await body('general/home.md'),
    ).toBe(`Start with [Brew tea](id:brewing-brew-tea), [the tea](id:brewing-brew-tea), [Brewing/Filters/Paper filters](id:brewing-filters-paper-filters), [Paper filters > Choose one](id:brewing-filters-paper-filters#choose-one), [Below](#below), [Tea steps](id:brewing-brew-tea) or Nothing yet.

![](../../../images/my-kettle.png) ![The kettle](../../../images/my-kettle.png) ![old](../../../images/my-kettle.png)

![Pour it](../../../videos/pour.mp4)

[manual.pdf](../../../files/manual.pdf)

plan.canvas

| Page | Link |
| - | - |
| Tea | [Tea it is](id:brewing-brew-tea) |

## Below

It is <mark>hot</mark>, and costs $5 or $10. #tea #kitchen/hot

The heat is \`Q = m \\cdot c\` and so on:

\`\`\`latex
Q_{tea}
\`\`\`

Words with a note[^inline-1] and one more.[^1]

[^1]: The other note.

\`[[Code]]\` stays, and so does

\`\`\`md
[[Code]] %%code%% ==code==
\`\`\`

[^inline-1]: Short, see [Brew tea](id:brewing-brew-tea).`);
    expect(notes('Home.md')).toEqual([
      'what a block of dataview showed is not in the files',
      '1 formula stands as it was written, in TeX',
      '[[Nothing yet]] leads to no note; its words stay',
      '![[manual.pdf#page=2]], which was shown in the text, became a link',
      '![[plan.canvas]] showed a drawing or a list that only Obsidian makes',
    ]);
  });

  test('callouts of any kind, fields, named blocks, and notes within notes', async () => {
    expect(await body('brewing/brew-tea.md')).toBe(`**time**: 5 minutes

<details>

<summary>Careful</summary>

Steam is **hot**.

</details>

> [!NOTE] Why?
> Because.

> [!NOTE] Example
> One cup.

> [!NOTE] Recipe
> Leaves.

## Fill

Up to the line.

- One spoon
- Two spoons

## Pour

## Choose one

Number two is best.

### Deeper

White ones.

- One spoon

**Paper filters**

## Choose one

Number two is best.

### Deeper

White ones.

- One spoon

## Other

Brown ones, see Brew tea.

Missing note

See [Paper filters > ^best](id:brewing-filters-paper-filters#choose-one) and [^line](#fill).

- [ ] Cup big`);
    expect(notes('Brewing/Brew tea.md')).toEqual([
      'the text that ![[Brew tea]] showed is not in that note, or stands in itself',
      '![[Missing note]] showed a note or file that is not among the files',
      '#line became #fill',
      'id:brewing-filters-paper-filters#best became #choose-one',
    ]);
  });

  test('a part of a note in another one, and notes that show each other', async () => {
    expect(await body('brewing/paper-filters.md')).toBe(`## Choose one

Number two is best.

### Deeper

White ones.

- One spoon

## Other

Brown ones, see

**Brew tea**

**time**: 5 minutes

<details>

<summary>Careful</summary>

Steam is **hot**.

</details>

> [!NOTE] Why?
> Because.

> [!NOTE] Example
> One cup.

> [!NOTE] Recipe
> Leaves.

## Fill

Up to the line.

- One spoon
- Two spoons

## Pour

## Choose one

Number two is best.

### Deeper

White ones.

- One spoon

Paper filters

Missing note

See [Paper filters > ^best](id:brewing-filters-paper-filters#choose-one) and [^line](#fill).

- [ ] Cup big

.`);
    expect(notes('Brewing/Filters/Paper filters.md')).toEqual([
      'the text that ![[Paper filters]] showed is not in that note, or stands in itself',
      '![[Missing note]] showed a note or file that is not among the files',
      '#line became #fill',
      'id:brewing-filters-paper-filters#best became #choose-one',
    ]);
  });

  test('a note has its name as title and the address of Obsidian Publish; what was not published is a draft', async () => {
    expect(await read('brewing/brew-tea.md')).toContain('title: Brew tea\n');
    expect(await read('brewing/brew-tea.md')).toContain('aliases:\n  - /Brewing/Brew+tea\n');
    expect(await read('account/plan.md')).toContain('draft: true');
    expect(notes('Account/Plan.md')).toContain('it was not published (publish: false); it is a draft here');
  });

  test('tags and other names become search words', async () => {
    expect(await read('general/home.md')).toContain('keywords:\n  - tea\n  - kitchen/hot\n');
    expect(await read('brewing/brew-tea.md')).toContain('keywords:\n  - tea\n  - Tea steps\n  - Brewing\n');
  });
});

describe('Links of a vault', () => {
  const vault = vaultOf(
    { files: ['a/Note.md', 'b/Note.md', 'b/deep/Other.md', 'Top.md', 'x/Übung 1.md', 'p/pic.png'] },
    [],
  );

  test.each([
    ['Note', 'b/Here.md', 'b/Note.md'],
    ['note', 'Here.md', 'a/Note.md'],
    ['deep/other', 'Here.md', 'b/deep/Other.md'],
    ['../Top', 'a/Note.md', 'Top.md'],
    ['übung 1', 'Here.md', 'x/Übung 1.md'],
    ['pic.png', 'a/Note.md', 'p/pic.png'],
    ['', 'a/Note.md', 'a/Note.md'],
    ['Nothing', 'a/Note.md', undefined],
  ])('[[%s]] in %s means %s', (link, from, expected) => {
    expect(vault.find(link, from)).toBe(expected);
  });

  test('a part is a section, a paragraph or an item', () => {
    const note = '# A\n\nOne. ^one\n\n## B c!\n\nTwo.\n\n### D\n\n- three ^three\n- four\n\n## E\n\nFive.';
    expect(partOf(note, '#b C')).toBe('## B c!\n\nTwo.\n\n### D\n\n- three ^three\n- four\n');
    expect(partOf(note, '#A#D')).toBe('### D\n\n- three ^three\n- four\n');
    expect(partOf(note, '#^one')).toBe('One. ');
    expect(partOf(note, '#^three')).toBe('- three ');
    expect(partOf(note, '#nowhere')).toBeUndefined();
  });

  test('of any pieces in any order, no word of the text goes unsaid', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[[',
        ']]',
        '![[',
        '|',
        '#',
        '^',
        '==',
        '$',
        '$$',
        '`',
        '\n',
        '\n\n',
        '> [!tip]- ',
        '- ',
        '::',
        '^[',
        ']',
        '[[Note]]',
        '[[Note|',
      ),
      fc.constantFrom('one', 'two', 'three', 'four').map((word) => ` ${word} `),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const words = pieces.map((one) => one.trim()).filter((one) => /^(?:one|two|three|four)$/.test(one));
        const place: Place = { vault, file: 'Here.md', notes: [] };
        const text = readWikiLinks(noteMarkdown(pieces.join(''), []), place, () => undefined);
        const told = [text, ...place.notes.map(({ detail }) => detail)].join('\n');
        for (const word of ['one', 'two', 'three', 'four'])
          expect(told.split(word).length).toBeGreaterThanOrEqual(words.filter((one) => one === word).length + 1);
      }),
      { numRuns: 500 },
    );
  });
});
