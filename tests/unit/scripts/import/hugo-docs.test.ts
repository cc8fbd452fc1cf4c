import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { expandShortcodes } from '../../../../scripts/lib/import/sources/hugo/shortcodes.ts';
import { readMarkdownFolder } from '../../../../scripts/lib/import/sources/markdown/read-markdown-folder.ts';
import { nothingAround } from '../../../support/import/nothing-around.ts';

let out: string;
let report: ImportReport;
const read = (path: string): Promise<string> => readFile(join(out, 'articles/en', path), 'utf8');
const body = async (path: string): Promise<string> => (await read(path)).split('---\n').slice(2).join('---\n').trim();
const notes = (origin: string): string[] =>
  report.changes.filter((one) => one.origin === origin).flatMap((one) => one.notes.map(({ detail }) => detail));

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hugo-docs-'));
  report = await runImport({ from: 'tests/fixtures/import/hugo-docs', out, verify: true });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('A Hugo site with pages beside other Markdown', () => {
  test('takes its content alone, and names all else with the reason', () => {
    expect(report.source).toEqual({ kind: 'hugo', locales: ['en'], articles: 9, drafts: 0 });
    expect(Object.fromEntries(report.skipped.map(({ origin, detail }) => [origin, detail]))).toEqual({
      'archetypes/default.md': 'a form for new pages',
      'content/docs/parts/shared.txt': 'a part that pages include',
      'contributing/howto.md': 'it is not in content, where the pages of the site are',
      'hugo.toml': 'a .toml file, no page',
      'layouts/_markup/render-link.html':
        'a render hook, which changed how links, headings, pictures or code of all pages looked',
      'layouts/shortcodes/all-pages.html': 'a shortcode that pages use',
      'layouts/shortcodes/call.html': 'a shortcode that pages use',
      'layouts/shortcodes/price.html': 'a shortcode that pages use',
    });
    expect(report.notes.map(({ detail }) => detail)).toContain(
      'github.com/lumen/theme is a module of the site that is not in the folder; if it brings pages, import its repository too',
    );
  });

  test('addresses follow url, slug, patterns and aliases, below the path of the site', async () => {
    expect(await read('docs/first.md')).toContain(
      'aliases:\n  - /help/start/\n  - /help/docs/begin\n  - /help/docs/first/\n',
    );
    expect(await read('docs/second-page.md')).toContain('aliases:\n  - /help/docs/second-page/\n');
    expect(await read('docs/page.md')).toContain('publish_at: 2024-01-02\naliases:\n  - /help/deep.html\n');
    expect(await read('docs/setup.md')).toContain('aliases:\n  - /help/docs/setup/\n');
    expect(await read('blog/lamp.md')).toContain('aliases:\n  - /help/news/2024/03/a-new-lamp/\n');
    expect(await read('home/about.md')).toContain('aliases:\n  - /help/about/\n');
  });

  test('the menu places a section, and its page gives front matter to those below', async () => {
    expect(await read('docs/_category.yaml')).toContain('title: Docs\ndescription: From the section.\norder: 3\n');
    expect(await read('docs/first.md')).toContain('description: From the section.');
  });

  test('links, own shortcodes, values, attributes and alerts arrive', async () => {
    expect(
      await body('docs/first.md'),
    ).toBe(`See [second](id:docs-second), [the same](id:docs-setup) and [set up](id:docs-setup).

Call now – 555 0100 or :var{phone}.

#### Large

Free

It is **large**.

#### Small

10

> [!NOTE]
> A quote

> [!TIP]
> From GitHub.

- **Term**: Meaning.`);
    expect(notes('content/docs/first.md')).toEqual([
      'line 14: what the site’s own shortcode all-pages shows does not come over: its template does more than show its arguments',
    ]);
    expect(await body('docs/setup.md')).toBe('![Inside](../../../images/inside.png)');
  });

  test('shortcodes of widespread themes become what they showed', async () => {
    const tabs = (...pairs: [string, string][]): string =>
      `::::tabs\n${pairs.map(([title, text]) => `:::tab[${title}]\n${text}\n:::`).join('\n\n')}\n::::`;
    expect(await body('docs/second-page.md')).toBe(`> [!WARNING] Mind the step
> It is _high_.

${tabs(['Phone', 'Press _on_.'], ['Lamp', 'Wait.'])}

Then:

${tabs(['Unix', '```sh\necho *one*\n```'], ['Windows', '```bat\necho two\n```'])}

${tabs(['JSON', 'Braces.'], ['YAML', 'Lines.'])}

> [!NOTE] By the way
> Text.

> [!WARNING]
> Book's hint.

<details>

<summary>Why?</summary>

Because.

</details>

**Head**

**Card**

Body of the card.

Foot

[To the first](id:docs-first)

It begins there.

:::steps
1. **Take it out**

   Of the box.

2. **Plug it in**

   With care.
:::

\`\`\`
content/
    _index.md
\`\`\`

\`\`\`mermaid
graph LR
\`\`\`

\`a_1 + b\` and _beta_ and .

[Go](id:docs-first)

Left.

Right.

> [!NOTE]
> About this page.

**Cover**

On the cover.

Shared **words**.

![The lamp](../../../images/lamp.png)

The lamp

Shown words`);
    expect(notes('content/docs/second.md')).toEqual([
      'line 107: nothing is known about the shortcode gadget; the text of its arguments stands in its place',
      'line 109: a list of files to download (attachments) was dropped',
    ]);
  });

  test('text without a page of its own is an article, and is named', () => {
    expect(notes('content/docs/setup/more.md')).toEqual([
      'it belonged to the page whose folder it is in; other pages may have shown it, and here it is an article',
    ]);
    expect(notes('content/snippets/hours.md')).toEqual([
      'it had no page of its own (render); other pages may have shown it, and here it is an article',
    ]);
  });
});

describe('The configuration of a Hugo site', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hugo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The old addresses of each article of a site of these files, by its file. */
  async function addresses(files: Record<string, string>): Promise<Record<string, string[]>> {
    const from = join(folder, 'site');
    await rm(from, { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(from, path)), { recursive: true });
      await writeFile(join(from, path), text);
    }
    const { articles } = await readMarkdownFolder(from, {});
    return Object.fromEntries(articles.map(({ origin, aliases }) => [origin, aliases]));
  }
  const page = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\nText.\n`;

  test('gives each language its folder, and the default one its name in addresses', async () => {
    expect(
      await addresses({
        'config/_default/hugo.toml':
          'baseURL = "https://x.example/"\ndefaultContentLanguage = "en"\ndefaultContentLanguageInSubdir = true\n',
        'config/_default/languages.toml': '[en]\ncontentDir = "content/english"\n[de]\ncontentDir = "content/german"\n',
        'content/english/docs/a.md': page('A'),
        'content/german/docs/a.md': page('A auf Deutsch'),
      }),
    ).toEqual({ 'content/english/docs/a.md': ['/en/docs/a/'], 'content/german/docs/a.md': ['/de/docs/a/'] });
  });

  test('may write addresses with endings, and any name is written as in addresses', async () => {
    expect(
      await addresses({
        'hugo.yaml': 'baseURL: https://x.example/\nuglyURLs: true\n',
        'content/docs/_index.md': page('Docs'),
        'content/docs/A & B (c)_d.md': page('A'),
        'content/docs/s.md': page('S', 'slug: The Slug!\n'),
      }),
    ).toEqual({
      'content/docs/_index.md': ['/docs/'],
      'content/docs/A & B (c)_d.md': ['/docs/a--b-c_d.html'],
      'content/docs/s.md': ['/docs/the-slug.html'],
    });
  });

  test('has patterns by section, with sections that have a page of their own', async () => {
    expect(
      await addresses({
        'config.toml': 'baseURL = "https://x.example/"\n[permalinks]\ndocs = "/:sections/:slug/"\n',
        'content/docs/_index.md': page('Docs'),
        'content/docs/sub/s.md': page('A & B: c', 'slug: s s\n'),
        'content/docs/deep/_index.md': page('Deep'),
        'content/docs/deep/t.md': page('"A & B: c"'),
        'content/plain/p.md': page('P', 'aliases: [old, ../up, /top]\n'),
      }),
    ).toEqual({
      'content/docs/_index.md': ['/docs/'],
      'content/docs/deep/_index.md': ['/docs/deep/'],
      'content/docs/sub/s.md': ['/docs/s-s/'],
      'content/docs/deep/t.md': ['/docs/deep/a-b-c/'],
      'content/plain/p.md': ['/top', '/plain/old', '/up', '/plain/p/'],
    });
  });

  test('says whether names of smileys are drawn, and formulas stay as they are written', async () => {
    await addresses({
      'hugo.toml': 'baseURL = "https://x.example/"\nenableEmoji = true\n',
      'content/docs/a.md': page('A').replace('Text.', () => 'Fine :smile: with $$a_1 \\\\ b$$ and `:smile:`.'),
    });
    const { articles } = await readMarkdownFolder(join(folder, 'site'), {});
    expect(articles[0]?.body.trim()).toBe('Fine 😄 with `a_1 \\\\ b` and `:smile:`.');
  });

  test('is found below the top, and what lies beside it stays out', async () => {
    expect(
      Object.keys(
        await addresses({
          'website/hugo.toml': 'baseURL = "https://x.example/"\n',
          'website/content/docs/a.md': page('A'),
          'docs/design.md': '# Design\n',
        }),
      ),
    ).toEqual(['website/content/docs/a.md']);
  });
});

describe('Shortcodes in any order, and damaged', () => {
  const pieces = [
    '{{< tabs >}}',
    '{{% tab "One" %}}',
    '{{% /tab %}}',
    '{{< /tabs >}}',
    '{{% steps %}}',
    '{{% /steps %}}',
  ];
  const more = [
    '{{< alert title="x" >}}',
    '{{< /alert >}}',
    '{{% details "y" %}}',
    '{{% /details %}}',
    '{{< own 1 >}}',
  ];

  test('lose no word that stands between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces, ...more), fc.nat(20), fc.boolean()), { maxLength: 20 }),
        (chosen) => {
          const words = chosen.map(([piece, cut, damaged], index) => [
            damaged ? piece.slice(0, cut) : piece,
            `word${index}`,
          ]);
          const text = expandShortcodes(words.flat().join('\n'), { ...nothingAround, notes: [] });
          for (const [index] of chosen.entries()) expect(text).toMatch(new RegExp(`word${index}(?!\\d)`));
        },
      ),
    );
  });

  test('a thousand in one another are the text in them', () => {
    const text = `${'{{< alert >}}\n'.repeat(1000)}word\n${'{{< /alert >}}\n'.repeat(1000)}after`;
    const shown = expandShortcodes(text, { ...nothingAround, notes: [] });
    expect(shown).toContain('word');
    expect(shown.length).toBeLessThan(10_000);
    expect(shown.trimEnd()).toMatch(/after$/);
  });
});

describe('The template of a shortcode', () => {
  const shown = (template: string, code: string): string =>
    expandShortcodes(code, { ...nothingAround, template: () => template, notes: [] }).trim();

  test.each([
    ['arguments by place and name', '{{ .Get 0 }}/{{ .Get "b" }}', '{{< own "x" b="y" >}}', 'x/y'],
    ['conditions', '{{ if .Get "a" }}A{{ else if .Get "b" }}B{{ else }}C{{ end }}', '{{< own b="1" >}}', 'B'],
    ['with and what stands in its place', '{{ with .Get "a" }}{{ . }}{{ else }}none{{ end }}', '{{< own >}}', 'none'],
    ['variables and defaults', '{{ $x := .Get 0 | default "d" }}{{ upper $x }}', '{{< own >}}', 'D'],
    ['the text inside', '<b>{{ .Inner | markdownify }}</b>', '{{< own >}}x{{< /own >}}', '<b>x</b>'],
    ['one that does more keeps the text inside', '{{ range .Pages }}{{ end }}', '{{< own >}}x{{< /own >}}', 'x'],
    ['one that is cut off keeps the text inside', '{{ if .Inner }}a', '{{< own >}}x{{< /own >}}', 'x'],
  ])('%s', (_name, template, code, expected) => {
    expect(shown(template, code)).toBe(expected);
  });
});
