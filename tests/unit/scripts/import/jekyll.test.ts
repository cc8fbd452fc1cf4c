import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';

let out: string;
let report: ImportReport;
const read = (path: string): Promise<string> => readFile(join(out, 'articles/en', path), 'utf8');
const body = async (path: string): Promise<string> => (await read(path)).split('---\n').slice(2).join('---\n').trim();
const notes = (origin: string): string[] =>
  report.changes.filter((one) => one.origin === origin).flatMap((one) => one.notes.map(({ detail }) => detail));

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'jekyll-'));
  report = await runImport({ from: 'tests/fixtures/import/jekyll-site', out, verify: true });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('A Jekyll site', () => {
  test('is known by its configuration, and each page that it rendered comes over', () => {
    expect(report.source).toEqual({ kind: 'jekyll', locales: ['en'], articles: 9, drafts: 1 });
  });

  test('its menu gives categories, sections and order', async () => {
    expect(await read('money-matters/_category.yaml')).toContain('title: Money matters');
    expect(await read('money-matters/invoices.md')).toContain('section: Paying\norder: 10');
    expect(await read('the-lamp/pair.md')).toContain('order: 30');
  });

  test('old addresses follow its permalinks below its base path, and redirect_from leads there too', async () => {
    expect(await read('money-matters/invoices.md')).toContain(
      'aliases:\n  - /support/old-invoices/\n  - /support/billing/invoices/\n',
    );
    expect(await read('posts/new-lamp.md')).toContain('aliases:\n  - /support/news/2024/03/05/new-lamp/\n');
    expect(await read('about/team.md')).toContain('aliases:\n  - /support/about/team/\n');
    expect(await read('welcome/welcome.md')).toContain('aliases:\n  - /support/\n');
  });

  test('front matter of the configuration holds where a page has none of its own', async () => {
    expect(await read('money-matters/refund.md')).toContain('description: About money.');
    expect(await read('drafts/soon.md')).toContain('draft: true');
    expect(await read('posts/new-lamp.md')).toContain('title: New lamp\n');
    expect(await read('posts/new-lamp.md')).toContain('updated: 2024-03-05\nkeywords:\n  - News');
  });

  test('attribute lists make callouts, and includes, links and pictures arrive', async () => {
    expect(await body('money-matters/refund.md')).toBe(`## How long

> [!NOTE]
> Ask us [here](https://example.com/form).

> [!NOTE]
> A note for you.
>
> With two paragraphs.

> [!WARNING] Mind the day
> Refunds end after _thirty_ days.

> [!CAUTION] Careful now
> Keep the receipt.

> [!TIP]
>
> - One
> - Two

> [!IMPORTANT]
> Be ready.

> [!NOTE]
> **Note:** Refunds take _five_ days.

See [invoices](id:billing-invoices), [the same](id:billing-invoices) and [how long](#how-long).

![The form](../../../images/pay.png)

The form

![Picture](../../../images/pay.png)

{{ customer.name }} is your name.

Text with a footnote.[^1]

[^1]: The _foot_ of it.

***

The HTML is short.`);
  });

  test('tables, definitions and tags around them are read as kramdown reads them', async () => {
    expect(await body('money-matters/invoices.md')).toBe(`You find them under _Billing_.

| Plan | Price |
| :- | -: |
| Small | 10 |
| Large | 20 |

| a | b |
| - | - |
| c | d |
| e | f |

- **Term**: What it means.

See [the team](id:about-team) and [the news](id:posts-2024-03-05-new-lamp).`);
  });

  test('HTML ends where its element does, and holds Markdown where it says so', async () => {
    expect(await body('the-lamp/pair.md')).toBe(`1. Open the app.

   > [!NOTE]
   > Press _on_.

2. Wait.

> [!WARNING]
> Keep **children** away.
>
> - and pets

<details>

<summary>More</summary>

Some **bold** words.

</details>

Plain & simple

\`\`\`
one

two
\`\`\`

Step **one** is for Pair the lamp.

Text

\`\`\`sh
not in a list
\`\`\``);
    expect(await body('about/team.md')).toBe('We are **three** people.\n\nCall :var{site-phone}.');
  });

  test('Liquid is rendered in code too, and attribute lists there are code', async () => {
    expect(await body('the-lamp/code.md')).toBe(`\`\`\`ruby
puts "Lumen help"
{: .note }
\`\`\`

\`\`\`json
plain
\`\`\`

\`\`\`sh
echo {{ x }}
\`\`\`

Inline \`{: .note }\` and \`code\` here.

The formula \`a_1 * b\` is simple:

\`\`\`latex
x = \\frac{1}{2}
\`\`\`

HELLO there, friend.

{% wobble "x" %}

"Small, Large"

## Table {#the-table}

| a | b |
| - | - |
| 1 | 2 |`);
    expect(await body('welcome/welcome.md')).toBe(`Welcome to :var{site-title}. Call :var{site-phone}.

- [Invoices](id:billing-invoices)
- [Refunds](id:billing-refund)
- [Code](id:lamp-code)
- [Pair the lamp](id:lamp-pair)`);
  });

  test('what is lost or changed is named', () => {
    expect(notes('_articles/billing/refund.md')).toEqual([
      'what abbreviations stand for was shown on pointing at them: HTML (Hypertext Markup Language)',
      'its list of contents and the heading “Table of contents” above it went: pages here have one of their own',
      '{{ customer.name }} means nothing here and stands in the text as written',
    ]);
    expect(notes('_articles/lamp/code.md')).toEqual([
      '2 formulas stand as they were written, in TeX',
      '{% wobble "x" %} means nothing here and stands in the text as written',
    ]);
    expect(notes('_snippets/opening-hours.md')).toEqual([
      'its collection snippets had no pages (output: false); other pages may have shown it, and here it is an article',
    ]);
  });

  test('each file that is no page is named with the reason', () => {
    expect(Object.fromEntries(report.skipped.map(({ origin, detail }) => [origin, detail]))).toEqual({
      '404.md': 'the page for addresses that do not exist',
      Gemfile: 'a file without pages',
      'README.md': 'a file about the repository',
      '_articles/lamp/parts/steps.md': 'it has no front matter, so Jekyll made no page of it',
      '_config.yml': 'the settings of the site',
      '_data/navigation.yml': 'data that pages and menus are made of',
      '_data/prices.yml': 'data that pages and menus are made of',
      '_includes/figure.html': 'a part that pages include',
      '_includes/note.html': 'a part that pages include',
      '_layouts/default.html': 'a file of the site’s design, not of its content',
      '_sass/x.scss': 'a file of the site’s design, not of its content',
      'assets/site.css': 'a .css file, no page',
      'notes/internal.md': 'the configuration leaves it out (exclude)',
      'unfinished.md': 'it has no front matter, so Jekyll made no page of it',
    });
  });

  test('no word that readers saw is missing', () => {
    expect(report.words?.losses).toEqual([]);
  });
});
