import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jekyll-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Imported {
  report: ImportReport;
  article(path: string): Promise<string>;
  text(path: string): Promise<string>;
  notes: string[];
}

/** Imports a Jekyll site of these files. */
async function imported(
  files: Record<string, string>,
  config: string | undefined = 'permalink: pretty\n',
): Promise<Imported> {
  const [from, out] = [join(folder, 'site'), join(folder, 'out')];
  for (const path of [from, out]) await rm(path, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...(config && { '_config.yml': config }), ...files })) {
    await mkdir(dirname(join(from, path)), { recursive: true });
    await writeFile(join(from, path), text);
  }
  const report = await runImport({ from, out, convert: convertHere });
  const article = (path: string): Promise<string> => readFile(join(out, 'articles/en', path), 'utf8');
  return {
    report,
    article,
    text: async (path) => (await article(path)).split('---\n').slice(2).join('---\n').trim(),
    notes: report.changes.flatMap((one) => one.notes.map(({ detail }) => detail)),
  };
}

const page = (body: string, title = 'A'): string => `---\ntitle: ${title}\n---\n${body}\n`;

describe('Liquid that cannot be rendered', () => {
  test.each([
    ['a tag that nobody closes', 'Before {% if page.title %} after.', '{% if page.title %}', 'not closed'],
    ['an end without a beginning', 'Before {% endif %} after.', '{% endif %}', undefined],
    ['a value that nobody closes', 'Before {{ page.title after.', '{{ page.title', undefined],
    [
      'a link to nothing',
      'Before {% link gone.md %} after.',
      '{% link gone.md %}',
      'there is no file gone.md to link to',
    ],
    ['a tag of a plugin', 'Before {% wobble 1 %} after.', '{% wobble 1 %}', undefined],
    ['what only the server knew', 'Before {{ site.github.url }} after.', '{{ site.github.url }}', undefined],
  ])('%s stays as written, is named, and takes nothing with it', async (_name, body, kept, why) => {
    const { text, notes } = await imported({ 'a.md': page(`${body} {{ page.title }} is its title.`) });
    const written = (await text('general/a.md')).replaceAll('\\', '');
    expect(written).toContain(kept);
    expect(written).toMatch(/^Before .*after\..* is its title\.$/);
    expect(notes.some((note) => note.includes(kept))).toBe(true);
    if (why) expect(notes.some((note) => note.includes(why))).toBe(true);
  });

  test('loops without an end stop, and the page keeps its text', async () => {
    const { text, notes } = await imported({
      'a.md': page('One {% for i in (1..90000000) %}{{ i }}{% endfor %} two.'),
      'b.md': page('{% include self.html %} Three.', 'B'),
      '_includes/self.html': '{% include self.html %}',
    });
    expect(await text('general/a.md')).toContain('two.');
    expect(await text('general/b.md')).toBe('{% include self.html %} Three.');
    expect(notes).toContainEqual(expect.stringContaining('memory alloc limit exceeded'));
    expect(notes).toContainEqual(expect.stringContaining('self.html includes itself'));
  });

  test('nothing outside the folder is read, and no template sees what JavaScript has', async () => {
    await writeFile(join(folder, 'secret.md'), 'secret');
    const { text } = await imported({
      'a.md': page('A{% include_relative ../secret.md %}{% include ../../secret.md %}{{ page.constructor }}'),
    });
    expect(await text('general/a.md')).not.toMatch(/secret$|function/);
  });
});

describe('Includes of a theme that is a gem', () => {
  test('callouts, pictures and videos are known by name, of any other the text arrives and it is named', async () => {
    const { text, notes } = await imported({
      'a.md': page(
        [
          '{% include tip.html content="Press *on*." %}',
          '{% include figure image_path="/a.png" alt="The lamp" caption="Seen from above" %}',
          '{% include video id="lampvideo01" provider="youtube" %}',
          '{% include teaser.html title="Big news" text="It glows." color="red" %}',
          '{% include gone.html %}',
        ].join('\n\n'),
      ),
    });
    expect(await text('general/a.md')).toBe(
      '> [!TIP]\n> Press _on_.\n\n_The lamp_\n\nSeen from above\n\n![A](https://www.youtube.com/watch?v=lampvideo01)\n\n**Big news**\n\nIt glows.',
    );
    expect(notes).toEqual([
      'line 10: teaser.html, which it includes, is not in the folder; the text of its values stands in its place',
      'line 12: gone.html, which it includes, is not in the folder, so nothing of it stands here',
      '/a.png is not among the files; its alternative text stands in its place',
    ]);
  });
});

describe('A folder without its configuration', () => {
  test('is known by its folder, its links lead to its pages, and no old address is made up', async () => {
    const { report, article, text } = await imported(
      {
        '_articles/billing/invoices.md': page('You find them under *Billing*.', 'Invoices'),
        '_articles/billing/refund.md': page(
          `* TOC
{:toc}

## How long {#how-long}

Ask us [here](https://example.com/form){:target="_blank"}.
{: .notice--info}

{% include note.html content="Refunds take five days." %}

See [invoices]({{ site.baseurl }}{% link _articles/billing/invoices.md %}) or [that]({{ site.url }}/billing/invoices/).

{% raw %}{{ customer.name }}{% endraw %}`,
          'Refunds',
        ),
      },
      '',
    );
    expect(report.source.kind).toBe('jekyll');
    expect(await article('billing/invoices.md')).not.toContain('aliases');
    expect(await text('billing/refunds.md')).toBe(`## How long

> [!NOTE]
> Ask us [here](https://example.com/form).

> [!NOTE]
> Refunds take five days.

See [invoices](id:billing-invoices) or [that](id:billing-invoices).

{{ customer.name }}`);
  });
});

describe('Menus', () => {
  test('of Just the Docs come from the parents that pages name', async () => {
    const { article } = await imported({
      'index.md': '---\ntitle: Home\nnav_order: 1\n---\nHi.\n',
      'docs/use.md': '---\ntitle: Use\nnav_order: 2\nhas_children: true\n---\nHow to use it.\n',
      'docs/light.md': '---\ntitle: Light\nparent: Use\nnav_order: 2\n---\nLight.\n',
      'docs/warm.md': '---\ntitle: Warm light\nparent: Light\ngrand_parent: Use\n---\nWarm.\n',
      'docs/care.md': '---\ntitle: Care\nnav_order: 3\n---\nClean it.\n',
      'docs/dust.md': '---\ntitle: Dust\nparent: Care\n---\nDust.\n',
      'docs/on.md': '---\ntitle: On\nparent: Use\nnav_order: 1\n---\nOn.\n',
    });
    expect(await article('use/_category.yaml')).toContain('title: Use');
    expect(await article('use/on.md')).toContain('order: 20');
    expect(await article('use/light.md')).toContain('section: Light\norder: 30');
    expect(await article('use/warm.md')).toContain('section: Light\norder: 40');
  });

  test('of the documentation theme come from its sidebars', async () => {
    const { article } = await imported(
      {
        'pages/start.md': '---\ntitle: Start\npermalink: start.html\n---\nStart.\n',
        'pages/deep.md': '---\ntitle: Deep\npermalink: deep.html\n---\nDeep.\n',
        '_data/sidebars/main_sidebar.yml':
          'entries:\n- title: Sidebar\n  folders:\n  - title: First steps\n    folderitems:\n    - title: Start\n      url: /start.html\n    - title: More\n      subfolders:\n      - title: Further\n        subfolderitems:\n        - title: Deep\n          url: /deep.html\n  - title: Last\n    folderitems:\n    - title: End\n      url: /end.html\n',
        'pages/end.md': '---\ntitle: End\npermalink: end.html\n---\nEnd.\n',
      },
      'markdown: kramdown\n',
    );
    expect(await article('first-steps/start.md')).toContain('order: 10\naliases:\n  - /start.html');
    expect(await article('first-steps/deep.md')).toContain(
      'section: More – Further\norder: 20\naliases:\n  - /deep.html',
    );
  });
});

describe('Any pieces of the dialect in any order, and damaged', () => {
  const pieces = [
    '{: .note }',
    '> {: .warning }',
    '{:toc}',
    '{::comment}',
    '{:/comment}',
    '{:ref: .tip}',
    '{: ref}',
    '{% if page.title %}',
    '{% endif %}',
    '{% raw %}',
    '{% endraw %}',
    '{% highlight sh %}',
    '{% endhighlight %}',
    '{% include note.html content="words" %}',
    '{{ page.title | upcase }}',
    '<div markdown="1">',
    '</div>',
    '<details>',
    '| a | b |',
    '|---|',
    '~~~ ruby',
    '~~~',
    '* TOC',
    '$$',
    '^',
    '    indented',
    '## Heading {#id}',
    '1. item',
  ];

  test('are imported, and every word of the text arrives or its loss is named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...pieces), fc.nat(40), fc.boolean()), { maxLength: 14 }),
        async (chosen) => {
          const lines = chosen.flatMap(([piece, cut, damaged], index) => [
            // Browsers take half a tag for something else, too.
            damaged && !piece.includes('<') ? piece.slice(0, cut) : piece,
            `word${index}`,
          ]);
          const { article, notes } = await imported({ 'a.md': page(`Start.\n\n${lines.join('\n')}`) });
          const written = await article('general/a.md');
          const isHidden = /\{::comment|\{:toc|\{%\s*if|failed/.test(lines.join('\n')) || notes.length > 0;
          for (const [index] of chosen.entries())
            if (!isHidden) expect(written, lines.join('\n')).toContain(`word${index}`);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
