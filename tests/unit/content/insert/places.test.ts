import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectLinks } from '../../../../scripts/lib/links/collect-links.ts';
import { indexInText, lineOfText, placeOf, readLine } from '../../../../src/content/insert/places.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { Article, HelpCenter } from '../../../../src/content/types.ts';

const base = fileURLToPath(new URL('../../../fixtures/content/_base', import.meta.url));
let root: string;
let center: HelpCenter;
let page: Article;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-places-'));
  await cp(base, root, { recursive: true });
  await mkdir(join(root, 'snippets/en'), { recursive: true });
  await writeFile(join(root, 'snippets/en/shop.md'), '## In the snippet\n\nThe [shop](https://shop.example.com/).\n');
  await writeFile(
    join(root, 'articles/en/plans/shop.md'),
    '---\ntitle: Shop\nid: shop\ndescription: The shop.\n---\n\nFirst.\n\n::snippet{shop}\n\n## Below\n\nLast.\n',
  );
  center = await readHelpCenter(root);
  page = center.articles.find(({ id }) => id === 'shop')!;
});
afterAll(() => rm(root, { recursive: true }));

describe('A line of a page that puts something in', () => {
  test('is found in its text, and read where it is written', () => {
    const lines = page.body.split('\n');
    for (const [index, text] of lines.entries()) {
      if (text === '') continue;
      const line = lineOfText(page, index);
      expect(indexInText(page, line), text).toBe(index);
      expect(readLine(page, line)).toBe(text);
    }
    expect(page.headings.map(({ text, line }) => [text, placeOf(page, line)])).toMatchObject([
      ['In the snippet', { file: 'snippets/en/shop.md', line: 1 }],
      ['Below', { file: 'articles/en/plans/shop.md', line: 11 }],
    ]);
  });

  test('is that of the snippet where links to other sites are listed', () => {
    const links = collectLinks(center).links.filter(({ address }) => address.includes('shop.example.com'));
    expect(links.map(({ places }) => places)).toEqual([[{ file: 'snippets/en/shop.md', line: 3 }]]);
  });

  test('says by its section which file it is edited in', () => {
    expect(page.sections.map(({ anchor, source, snippets }) => [anchor, source, snippets])).toEqual([
      ['', undefined, undefined],
      ['in-the-snippet', 'snippets/en/shop.md', ['snippets/en/shop.md']],
      ['below', undefined, undefined],
    ]);
  });

  test('costs a page without any nothing', () => {
    const plain = center.articles.find(({ id }) => id === 'refunds')!;
    expect(plain).not.toHaveProperty('insertions');
    expect(plain.source.endsWith(plain.body)).toBe(true);
  });
});
