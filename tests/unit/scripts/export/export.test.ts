import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { llmsFull } from '../../../../scripts/lib/export/llms-full.ts';
import { portableMarkdown } from '../../../../scripts/lib/export/portable-markdown.ts';
import { sectionRecords } from '../../../../scripts/lib/export/section-records.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';

let out: string;
let center: HelpCenter;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'export-'));
  await runImport({
    from: 'tests/fixtures/import/markdown-tree',
    out,
    name: 'Lumen',
    url: 'https://help.example.com/support/',
  });
  center = await readHelpCenter(out);
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('The JSON Lines export', () => {
  test('has a line for each section, with its address and a hash', () => {
    const record = sectionRecords(center).find(({ section }) => section.endsWith('#red-light'));
    expect(record).toEqual({
      article: '360000000102',
      section: '360000000102#red-light',
      locale: 'en',
      title: 'The light stays red',
      headings: ['Red light'],
      category: 'getting-started',
      link: 'https://help.example.com/support/a/360000000102/#red-light',
      page: 'https://help.example.com/support/en/getting-started/the-light-stays-red/#red-light',
      text: expect.stringContaining('Ask billing about the <port number> fee.') as string,
      keywords: [],
      file: 'articles/en/getting-started/the-light-stays-red.md',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test('leaves drafts out', () => {
    expect(sectionRecords(center).map(({ title }) => title)).not.toContain('Refunds');
  });

  test('gives a section the same hash as long as its words are the same', () => {
    const [one] = sectionRecords(center);
    const [other] = sectionRecords({ ...center, site: { ...center.site!, url: 'https://elsewhere.example.com' } });
    expect(other?.hash).toBe(one?.hash);
    expect(other?.link).not.toBe(one?.link);
  });
});

describe('The text for language models', () => {
  test('has each published article in full, with its source', () => {
    const text = llmsFull(center);
    expect(text.startsWith('# Lumen\n')).toBe(true);
    expect(text).toContain(
      '# Connect your lamp\n\n> Your lamp joins the home network in three steps.\n\nSource: <https://help.example.com/support/en/getting-started/connect-your-lamp/>  \nPermanent link: <https://help.example.com/support/a/360000000101/>',
    );
    expect(text).toContain(
      'See [the light stays red](https://help.example.com/support/en/getting-started/the-light-stays-red/#red-light)',
    );
    expect(text).not.toContain('Money comes back');
  });

  test.each([
    ['an image inside a link', '[![Alt](a.png) text](id:x)', '[Alt text](https://x/)'],
    ['an image with an address', '![Alt](https://x/a.png)', '![Alt](https://x/a.png)'],
    ['code that looks like a link', '`[a](id:x)`', '`[a](id:x)`'],
    ['a link with a title', '[a](id:x "T")', '[a](https://x/ "T")'],
    ['a link elsewhere', '[a](https://y/)', '[a](https://y/)'],
  ])('%s', (_name, markdown, expected) => {
    expect(portableMarkdown(markdown, (target) => (target === 'id:x' ? 'https://x/' : undefined))).toBe(expected);
  });

  test('links to a film of another site, which is no picture', () => {
    const markdown = '![How *to* fold](https://youtu.be/dQw4w9WgXcQ?t=5) [![It](https://youtu.be/dQw4w9WgXcQ)](id:x)';
    expect(portableMarkdown(markdown, () => 'https://x/')).toBe(
      '[How *to* fold](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5s) [It](https://x/)',
    );
  });
});
