import { beforeAll, describe, expect, test } from 'vitest';
import { sourceTree } from '../../../../scripts/lib/import/sources/markdown/source-tree.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { plainCodeMeta } from '../../../../scripts/lib/import/sources/starlight/code-meta.ts';
import { markdocToMarkdown } from '../../../../scripts/lib/import/sources/starlight/markdoc.ts';
import { importSite } from '../../../support/import/import-site.ts';

describe('A site of Starlight', () => {
  let site: Awaited<ReturnType<typeof importSite>>;
  beforeAll(async () => {
    site = await importSite('starlight-site');
  });

  test('every page comes out as its readers saw it, with its place, its old addresses and its links', () => {
    expect(site.report.source).toEqual({ kind: 'starlight', locales: ['en', 'de'], articles: 11, drafts: 1 });
    expect(site.articles).toEqual(site.expected);
  });

  test('what is no page is named', () => {
    expect(site.skipped).toEqual([
      'astro.config.mjs: a .mjs file, no page',
      'src/components/counter.jsx: a .jsx file, no page',
      'src/content.config.ts: a .ts file, no page',
      'src/content/docs/guides/_part.mdx: a part that pages include',
      'src/content/docs/markdoc/_shared.mdoc: a part that pages include',
      'src/pages/custom.astro: a page that is written as a program; bring what it says as Markdown',
      'package.json: no article shows it or links to it',
      'tsconfig.json: no article shows it or links to it',
    ]);
  });

  test('what cannot be carried over is named', () => {
    expect(
      ['guides/First Steps.md', 'guides/components.mdx', 'markdoc/tags.mdoc', 'index.mdx'].map((name) =>
        site.notes(`src/content/docs/${name}`),
      ),
    ).toEqual([
      [
        'lines of js that were marked as added or removed have + and - before them',
        '/docs/nowhere/ became https://lamp.example.com/docs/nowhere/, its old address',
      ],
      [
        'commands for several package managers became the one for npm',
        'nothing is known about <Counter>, and no text stands in it; it is missing',
      ],
      [],
      [],
    ]);
  });
});

describe('Blocks of code', () => {
  test('show their title above them, and added and removed lines as such', () => {
    const notes: Note[] = [];
    expect(
      plainCodeMeta('- ```js title="a_b.js" ins={1} del={2-3} {1}\n  one\n  two\n  three\n  four\n  ```', notes),
    ).toBe('- **a\\_b.js**\n\n  ```diff\n  +one\n  -two\n  -three\n   four\n  ```');
    expect(notes.map(({ detail }) => detail)).toEqual([
      'lines of js that were marked as added or removed have + and - before them',
    ]);
  });
});

describe('Pages of Markdoc', () => {
  const read = async (body: string): Promise<{ text: string; notes: string[] }> => {
    const notes: Note[] = [];
    const page = { file: 'src/content/docs/markdoc/any.mdoc', body, bodyLine: 5, front: { title: 'Any', n: 3 }, notes };
    const text = await markdocToMarkdown(page, await sourceTree('tests/fixtures/import/starlight-site'));
    return { text: text.trim(), notes: notes.map(({ detail }) => detail) };
  };

  test.each([
    ['values of the front matter', '{% $frontmatter.title %} {% $frontmatter.n %}', 'Any 3'],
    ['a comment', 'a{% comment %}b{% /comment %}c', 'ac'],
    ['a condition is the text in it', '{% if $x %}yes{% else /%}no{% /if %}', 'yesno'],
    ['an unknown tag is the text in it', '{% fancy title="Top" n=3 %}\nwords\n{% /fancy %}', 'Top\n\nwords'],
    ['in code it is code', '`{% aside %}`', '`{% aside %}`'],
    ['quotes in a title', '{% aside title="a \\"b\\" c" %}x{% /aside %}', ':::note[a "b" c]\nx\n:::'],
  ])('%s', async (_what, body, expected) => {
    expect((await read(body)).text).toBe(expected);
  });

  test('a part that is missing and one that includes itself are named', async () => {
    expect((await read('{% partial file="gone.mdoc" /%}\n{% partial file="any.mdoc" /%}')).notes).toEqual([
      'line 5: gone.mdoc, which it includes, is not among the files',
      'line 6: any.mdoc, which it includes, is not among the files',
    ]);
  });

  test.each(['{%', '{% a', '{% a="', '{% /a %}', '{% a %}', '%}', '{% partial file="x" ', '{% #'])(
    'by the thousand %s takes no time',
    async (sign) => {
      const start = process.cpuUsage().user;
      expect((await read(`Word ${sign.repeat(3000)}`)).text).toContain('Word');
      expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5);
    },
  );
});
