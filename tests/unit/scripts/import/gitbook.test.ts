import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { plainBook } from '../../../../scripts/lib/import/sources/gitbook/book-config.ts';
import type { Surroundings } from '../../../../scripts/lib/import/sources/gitbook/linked-content.ts';
import { spacePages, withSpacePages } from '../../../../scripts/lib/import/sources/gitbook/spaces.ts';
import { readSummary } from '../../../../scripts/lib/import/sources/gitbook/summary.ts';
import { partsMarkdown } from '../../../../scripts/lib/import/sources/gitbook/tag-markdown.ts';
import { readTags } from '../../../../scripts/lib/import/sources/gitbook/tags.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

interface Imported {
  out: string;
  report: ImportReport;
  /** A written file. */
  read(path: string): Promise<string>;
  /** The text of an article. */
  body(path: string): Promise<string>;
  /** What was noted about a page. */
  notes(origin: string): string[];
}

const folders: string[] = [];

async function importSite(name: string): Promise<Imported> {
  const out = await mkdtemp(join(tmpdir(), `${name}-`));
  folders.push(out);
  const report = await runImport({ from: `tests/fixtures/import/${name}`, out, convert: convertHere });
  const read = (path: string): Promise<string> => readFile(join(out, 'articles', path), 'utf8');
  return {
    out,
    report,
    read,
    body: async (path) => (await read(path)).split('---\n').slice(2).join('---\n').trim(),
    notes: (origin) =>
      report.changes
        .filter((change) => change.origin === origin)
        .flatMap((change) => change.notes.filter(({ level }) => level !== 'info').map(({ detail }) => detail)),
  };
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('A site of GitBook', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await importSite('gitbook-site');
  });

  test('every file is an article, a part of one, or named', () => {
    expect(site.report.source).toEqual({ kind: 'gitbook', locales: ['en'], articles: 11, drafts: 1 });
    expect(site.report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toEqual([
      '.gitbook.yaml: a file without pages',
      'README.md: a file about the repository',
      'docs/.gitbook/includes/safety.md: a part that pages include',
      'docs/.gitbook/vars.yaml: a .yaml file, no page',
      'docs/CONTRIBUTING.md: a file about the repository',
      'docs/SUMMARY.md: the menu',
      'docs/api/kettle.yaml: a .yaml file, no page',
      'docs/.gitbook/assets/cover.png: no article shows it or links to it',
    ]);
  });

  test('groups of the menu are categories, pages below pages sections, and the order is the menu’s', async () => {
    expect(await site.read('en/brewing/_category.yaml')).toContain('\norder: 30\n');
    expect(await site.read('en/developers/_category.yaml')).toContain('title: Developers\n');
    expect(await site.read('en/brewing/paper.md')).toContain('section: Brew tea – Filters\norder: 30');
  });

  test('a page has its folder’s address, or its file’s without ending, and those that led to it', async () => {
    expect(await site.read('en/brewing/brewing.md')).toContain('aliases:\n  - /brewing\n  - /help/old-brewing\n');
    expect(await site.read('en/account/delete.md')).toContain('aliases:\n  - /account/delete\n  - /faq\n');
    expect(await site.read('en/brewing/filters.md')).toContain('aliases:\n  - /brewing/filters\n');
  });

  test('what of the menu and of old addresses leads to no page is named', () => {
    expect(
      site.report.notes.filter(({ kind }) => /^(?:menu|redirect)-/.test(kind)).map(({ detail }) => detail),
    ).toEqual([
      'the menu leads to pages that are not among the files: docs/account/name.md',
      'the menu led to other sites; site.yaml has links for that: Shop & prices (https://shop.example.com)',
      'old addresses led to what is no page here: gone (brewing/gone.md)',
    ]);
  });

  test('a page that the menu leaves out was not published and is a draft; a hidden one is unlisted', async () => {
    expect(await site.read('en/internal/plan.md')).toContain('draft: true');
    expect(site.notes('docs/internal/plan.md')).toEqual([
      'the menu does not list it, so it was not published; it is a draft here',
    ]);
    expect(await site.read('en/brewing/trick.md')).toContain('unlisted: true');
  });

  test('the small case of an issue comes out right, and its missing file is named', async () => {
    expect(await site.body('en/account/delete.md')).toBe(`How to delete your account.

> [!WARNING]
> This **cannot** be undone. Export your data first.

::::tabs
:::tab[Web]
Open **Settings** and choose _Delete_.
:::

:::tab[Phone]
Open the menu.
:::
::::

![Delete your account](https://www.youtube.com/watch?v=abcdefghijk)

[Export your data](id:account-export)

**request.http**

\`\`\`http
DELETE /me
\`\`\`

form.pdf`);
    expect(site.notes('docs/account/delete.md')).toEqual([
      '../.gitbook/assets/form.pdf, a file to download, is not among the files; its name stands in its place',
    ]);
  });

  test('blocks within lists, quotes and each other, formulas, drawings and what else a page may have', async () => {
    expect(await site.body('en/brewing/brewing.md')).toBe(`Hot water, leaves and patience.

> [!CAUTION]
> Steam burns. See [how to brew](id:brewing#steps).
>
> ![Steam](../../../images/brew.png)

## Steps

:::steps
1. **Fill the kettle**

   Up to the **line**.

   > [!TIP]
   > Cold water tastes better.

2. **Switch it on**

   Wait for the click.
:::

1. Warm the pot.

   > [!NOTE]
   > A warm pot keeps the tea hot.
   >
   > - And the cup, too.

2. Pour:

   **pour_slowly.txt**

   \`\`\`
   {% hint style="info" %}
   slowly
   \`\`\`

- ![How to pour](https://www.youtube.com/watch?v=teateatea01)

  How to pour

> > [!WARNING] Hot lid
> > Use a cloth.

Green tea: 80 °C.

Black tea: 100 °C.

<details>

<summary>Why copper?</summary>

It conducts **heat**.

</details>

![The kettle](../../../images/kettle-1.png)

The kettle from above

![A pot](../../../images/kettle-1.png)

The heat is \`Q = m \\cdot c_{w} \\cdot \\Delta T\` in joule:

\`\`\`latex
Q_{tea} = 1.7 \\\\
\\cdot 4186
\`\`\`

Press \`START\` and <mark>wait</mark>.\\
Then drink.

- [x] Leaves bought
- [ ] Cup found

> Tea first.

Write {% hint %} for a hint.

Type \`{% hint %}\` for a hint.

\`\`\`mermaid
graph TD
  Water --> Tea
\`\`\`

[https://www.figma.com/file/abc](https://www.figma.com/file/abc)

> [!WARNING]
> An older hint.`);
    expect(site.notes('docs/brewing/README.md')).toEqual([
      '{% @mermaid/diagram content="graph TD Water --> Tea" %}, which means nothing here, became the text in it',
      '{% @figma/embed url="https://www.figma.com/file/abc" %}, which means nothing here, became the text in it',
      '2 formulas stand as they were written, in TeX',
      '{% hint %} means nothing here and stands in the text as written',
    ]);
  });

  test('cards, tables, buttons, values and emoji', async () => {
    expect(
      await site.body('en/welcome-to-copper-kettle/welcome-to-copper-kettle.md'),
    ).toBe(`Everything about your \\*copper\\* kettle

Your kettle holds :var{capacity}. It is nice 🍵 and ready by 10:30.

[Start brewing](id:brewing) [Buy](https://shop.example.com)

- ![](../../../images/brew.png)

  [**Brew**](id:brewing)

  Hot water in five steps.

- [Leave us.](id:account-delete)

| Part | In the box |
| - | - |
| Lid | ☑ |
| Filter | ☐ |

| Colour | Price |
| - | - |
| Copper | 49 € |`);
    expect(site.notes('docs/README.md')).toEqual([
      'front matter that Signpost has no use for: icon, cover, coverY, layout',
      '1 icon amid text went',
    ]);
  });

  test('links, cards of pages, files and embedded pages', async () => {
    expect(await site.body('en/brewing/paper.md')).toBe(`## Choose

See [Brew tea](id:brewing), [README.md](id:brewing#steps), [the trick](id:brewing-trick), [steps from the top](id:brewing#steps), gone, older and [filters](id:brewing-filters).

[Export your data](id:account-export)

[https://example.com/paper](https://example.com/paper)

Broken link

[price list.csv](../../../files/price-list.csv)

All prices

[form A.pdf](https://files.example.com/o/assets%2Fform%20A.pdf?alt=media)

Order form

[https://example.com/talk](https://example.com/talk)

[How paper is made](https://example.com/walk)

![Choose](../../../videos/fold-it.mp4)

[Choose (2)](https://files.gitbook.com/v0/b/x-prod.appspot.com/o/gone.mp4?alt=media)

![Choose (3)](https://vimeo.com/12345)

A film about [paper](id:brewing-filters-paper)

\`\`\`html
<table data-view="cards"><tbody><tr><td>Tea</td></tr></tbody></table>
\`\`\`

See [Switch it on](id:brewing#steps) and [the shop's space](https://app.gitbook.com/s/abc123/prices). 👨‍💻

<details>

<summary>Sizes</summary>

::::tabs
:::tab[Small]
Two cups.
:::

:::tab[Large]
Six cups.
:::
::::

</details>

1. Rinse it.

   | Size | Water |
   | - | - |
   | No 2 | 1 l |

   ![Rinsing](../../../images/brew.png)

2. Fold it.

**Bash**

**fold.sh**

\`\`\`bash
# not a title
fold
\`\`\``);
    expect(site.notes('docs/brewing/filters/paper.md')).toEqual([
      'what was shown from https://example.com/talk became a link',
      'what was shown from https://example.com/walk became a link',
      'https://app.gitbook.com/s/abc123/prices is another space as its authors see it; write its public address',
      'https://files.gitbook.com/v0/b/x-prod.appspot.com/o/gone.mp4?…, a film on another site, became a link; --download fetches it',
      'a link to broken-reference/, which is not among the imported files, became plain text',
      'a link to /broken/pages/abc123, which is not among the imported files, became plain text',
      'a link to broken-reference, which is not among the imported files, became plain text',
    ]);
  });

  test('updates, what only some readers saw, and tags that nobody knows or closes', async () => {
    expect(await site.body('en/welcome-to-copper-kettle/news.md')).toBe(`**March 2, 2026 · new**

## A quieter lid

It closes softly.

**January 15, 2026**

## Smaller box

Less paper.

Everyone gets one lid.

Ask the assistant

Which lid is mine?

Nobody closed this one.`);
    expect(site.notes('docs/news.md')).toEqual([
      '{% endhint %} has no counterpart; the text around it stays',
      '{% hint style="info" %} has no counterpart; the text around it stays',
      '5 words that only some readers saw (visitor.claims.unsigned.plan == "pro") stay out: what was there for everyone came over',
      '{% prompt description="Ask the assistant" icon="bolt" %}, which means nothing here, became the text in it',
      'nothing is known about {% countdown until="2026-12-24" %}, and it holds no text',
    ]);
  });

  test('a tab that is not closed ends with its group', async () => {
    expect(await site.body('en/account/export.md')).toBe(`Choose _Export_.

::::tabs
:::tab[Web]
## Find the button

It is green.
:::

:::tab[It's on a phone]
Shake it.
:::
::::`);
    expect(site.notes('docs/account/export.md')).toEqual([
      'front matter that Signpost has no use for: layout',
      '{% tab title="It\'s on a phone" %} has no counterpart; the text around it stays',
    ]);
  });

  test('requests, from the text and from a file of OpenAPI', async () => {
    expect(await site.body('en/developers/requests.md')).toBe(`## Add a kettle

\`POST\` \`https://api.example.com/kettles\`

Registers a **kettle**.

- **serial_number** (body, string, required): Printed below the lid

- **Token** (header)

**201: Created It is yours**

\`\`\`json
{ "id": 7 }
\`\`\`

## Get a kettle

\`GET\` \`https://api.example.com/v1/kettles/{id}\`

Tells how hot it is.

**Parameters**

- **id** (path, integer, required): Its number
- **unit** (query, string): C or F

**Responses**

- **200** The kettle
- **404** There is none

\`GET\` \`/lids\`

[https://api.example.com/openapi.json](https://api.example.com/openapi.json)`);
    expect(site.notes('docs/api/requests.md')).toEqual([
      '{% openapi src="https://api.example.com/openapi.json" path="/lids" method="get" %}: readers saw what a file of OpenAPI says about it, which is not among the files',
    ]);
  });

  test('requests in the older form', async () => {
    expect(await site.body('en/developers/older.md')).toBe(`## Get kettles

\`GET\` \`https://api.example.com/v0/kettles/:id\`

Lists them.

**Path parameters**

- **id** (string, required): Which one

**200**

Here it is.

\`\`\`javascript
{"name": "Kettle"}
\`\`\``);
    expect(site.notes('docs/api/older.md')).toEqual([]);
  });

  test('a page without text lists what is below it', async () => {
    expect(await site.body('en/brewing/filters.md')).toBe('- [Paper filters](id:brewing-filters-paper)');
  });
});

describe('A book of HonKit in two languages', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await importSite('honkit-site');
  });

  test('translations are paired, and addresses end with .html', async () => {
    expect(site.report.source).toEqual({ kind: 'gitbook', locales: ['en', 'fr'], articles: 7, drafts: 0 });
    expect(await site.read('en/set-up/set-up.md')).toContain('id: parts-set-up\n');
    expect(await site.read('fr/parts/set-up.md')).toContain('id: parts-set-up\n');
    expect(await site.read('en/set-up/details.md')).toContain('aliases:\n  - /en/parts/details.html\n');
    expect(await readFile(join(site.out, 'site.yaml'), 'utf8')).toContain('name: Kettle book\n');
  });

  test('values of the book stand in the text and decide conditions', async () => {
    expect(await site.body('en/introduction/introduction.md')).toBe(`Version 2.10, and {{ book.unknown }}.

This is a trial.

Deep down.`);
    expect(site.notes('en/README.md')).toEqual([
      'what stood there only if page.level > 2 stands there always',
      '{{ book.unknown }} means nothing here and stands in the text as written',
    ]);
  });

  test('tags of plugins, and included files', async () => {
    expect(await site.body('en/set-up/set-up.md')).toBe(`Go to [the details](id:parts-details#lid) or [home](id:home).

> [!CAUTION]
> Hot!

![Set up](https://www.youtube.com/watch?v=teateatea02)

A note for [all](id:parts-details).

**Python**

\`\`\`py
print("tea")
\`\`\``);
    expect(site.notes('en/parts/Set up.md')).toEqual([]);
  });

  test('files that pages include are no pages, and the glossary is one', async () => {
    expect(site.report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`)).toContain(
      'en/shared/note.md: a part that pages include',
    );
    expect(await site.read('en/introduction/glossary.md')).not.toContain('draft');
  });
});

describe('A book of mdBook', () => {
  let site: Imported;
  beforeAll(async () => {
    site = await importSite('mdbook-site');
  });

  test('chapters come in their order, with addresses below the site’s path', async () => {
    expect(site.report.source).toEqual({ kind: 'gitbook', locales: ['en'], articles: 4, drafts: 0 });
    expect(await site.read('en/getting-started/start.md')).toContain(
      'order: 10\naliases:\n  - /kettle/guide/start.html\n  - /kettle/old/start.html\n',
    );
  });

  test('files stand in the text, lines of Rust that nobody saw go', async () => {
    expect(await site.body('en/getting-started/start.md')).toBe(`Shared words, see [Deeper](id:guide-deeper).

\`\`\`rust
    boil();
\`\`\`

\`\`\`rust
let tea = 1;
\`\`\`

\`\`\`rust
fn main() {
    // ANCHOR: boil
    boil();
    // ANCHOR_END: boil
}
\`\`\`

> [!WARNING] Careful
> Steam is **hot**.

Write {{#include x.md}} to include. {% raw %} is nothing here.`);
    expect(site.notes('src/guide/start.md')).toEqual([
      'the text of missing.md stood here; it is not among the files',
      '{% raw %} means nothing here and stands in the text as written',
      '{{#include x.md}} means nothing here and stands in the text as written',
      '{#include x.md} means nothing here and stands in the text as written',
    ]);
  });
});

describe('Tags', () => {
  const around: Surroundings = {
    titleOf: () => undefined,
    has: () => true,
    uploaded: () => undefined,
    variable: () => undefined,
    include: () => Promise.resolve(undefined),
    read: () => Promise.resolve(undefined),
    locale: 'en',
    notes: [],
  };
  const expand = async (body: string): Promise<{ text: string; stray: string[] }> => {
    const stray: string[] = [];
    const text = await partsMarkdown(
      readTags(body, (source) => stray.push(source)),
      around,
    );
    return { text: text.trim(), stray };
  };

  test.each([
    ['one that is opened and never closed', 'a {% hint %} b', 'a  b', ['{% hint %}']],
    ['one that is closed and never opened', 'a {% endhint %} b', 'a  b', ['{% endhint %}']],
    [
      'an end in an attribute',
      '{% embed url="https://x.example/%}" %}',
      '[https://x.example/%}](https://x.example/%25%7D)',
      [],
    ],
    ['a quotation mark that is not closed', '{% tab title="x %} y', 'y', ['{% tab title="x %}']],
    [
      'one in a table',
      '| {% embed url="https://x.example" %} | b |',
      '| [https://x.example](https://x.example) | b |',
      [],
    ],
    ['an escaped one', 'a \\{% hint %} b', 'a \\{% hint %} b', []],
    ['code in a line', '`{% hint %}` and ``{% ` %}``', '`{% hint %}` and ``{% ` %}``', []],
  ])('%s', async (_name, body, expected, strays) => {
    const { text, stray } = await expand(body);
    expect(text).toBe(expected);
    expect(stray).toEqual(strays);
  });

  test('of any pieces in any order, whole or damaged, no word of the text goes unsaid', async () => {
    const names = [
      'hint',
      'tabs',
      'tab',
      'stepper',
      'step',
      'code',
      'columns',
      'column',
      'embed',
      'file',
      'raw',
      'quote',
      'x-y',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...names).map((name) => `{% ${name} style="info" %}`),
      fc.constantFrom(...names).map((name) => `{% end${name} %}`),
      fc.constantFrom('\n', '\n\n', '\n   ', '- ', '> ', '1. ', '```\n', '`', '| ', '{%', '%}', '"', '<div>'),
      fc.constantFrom('one', 'two', 'three', 'four', 'five').map((word) => ` ${word} `),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const words = pieces.map((one) => one.trim()).filter((one) => /^[a-z]+$/.test(one));
        around.notes.length = 0;
        const { text } = await expand(pieces.join(''));
        const told = [text, ...around.notes.map(({ detail }) => detail)].join('\n');
        expect(told.match(/\b(?:one|two|three|four|five)\b/g)?.toSorted() ?? []).toEqual(words.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test('many that nobody closes take no time', async () => {
    const started = process.cpuUsage().user;
    await expand('{% hint style="'.repeat(20_000));
    await expand('{% tab %}`'.repeat(20_000));
    await expand('{% tabs %}{% tab %}'.repeat(3_000) + '{% endtab %}{% endtabs %}'.repeat(3_000));
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  });
});

describe('Links to a space as its authors see it', () => {
  const at = 'https://app.gitbook.com/s/Ab12';
  const books = ['kettles', 'lamps'].map((root) => plainBook('gitbook', root));
  const files = ['kettles/a.md', 'kettles/b/README.md', 'kettles/c.md', 'lamps/a.md'];
  const body = `[A](${at}/a), [B](${at}/b/#top), [C](${at}/c), [gone](${at}/gone)`;
  const linked = (text: string): string =>
    withSpacePages(
      body,
      spacePages(
        files.map((file) => ({ file, body: text })),
        books,
      ),
    );

  test('lead to the pages of the book that has most of them', () => {
    expect(linked(body)).toBe(
      `[A](/kettles/a.md), [B](/kettles/b/README.md#top), [C](/kettles/c.md), [gone](${at}/gone)`,
    );
  });

  test('stay where too few are known to tell', () => {
    expect(linked(`[A](${at}/a)`)).toBe(body);
  });
});

describe('A menu', () => {
  test('has groups, pages below pages, titles and anchors behind links, and entries without a page', () => {
    const menu = `# Menu

* [Home](./)
* [A \\_b\\_ & c](<a b.md> "Short")
  * [Below](deep/x.md#part)
  * Only words
    * [Deeper](deep/y z.md)
* [Elsewhere](https://example.com)

## Group <a href="#g" id="g"></a>

* [No ending](deep/z)
`;
    expect(readSummary(menu, 'docs')).toEqual([
      { title: 'Home', file: 'docs/README.md', children: [] },
      {
        title: 'A _b_ & c',
        file: 'docs/a b.md',
        children: [
          { title: 'Below', file: 'docs/deep/x.md', children: [] },
          { title: 'Only words', children: [{ title: 'Deeper', file: 'docs/deep/y z.md', children: [] }] },
        ],
      },
      { title: 'Group', children: [{ title: 'No ending', file: 'docs/deep/z.md', children: [] }] },
    ]);
  });

  test('that is none has no entries', () => {
    expect(readSummary('', '')).toEqual([]);
    expect(readSummary('# Summary\n\nJust words.', '')).toEqual([]);
  });
});
