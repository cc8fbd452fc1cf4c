import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, inject, test } from 'vitest';
import { readPage, readText, siteFiles } from './support/pages.ts';

/** A file's text, unpacked, in lower case, whatever kind of file it is. */
async function wordsOf(file: string): Promise<string> {
  const bytes = await readFile(join(inject('siteFolder'), file));
  const content = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return content.toString('latin1').toLowerCase();
}

const hidden = [
  ['a draft', 'quagmorph'],
  ['an article whose first day is to come', 'zephyrlock'],
  ['an article whose last day is past', 'wixandrill'],
  ['a comment in the text', 'pluviostat'],
  ['a comment in the front matter', 'drazzlewick'],
  ['the owner of an article', 'kelthorpe'],
] as const;
const [published, unlisted] = ['brelmont', 'jorvitan'];

/**
 * By word, the files that hold it. Lists of words share the beginnings of their neighbours, so the first two letters may
 * be missing. Each file is read and unpacked once for all words: some are models of many megabytes.
 */
const files = new Map<string, string[]>(
  [published, unlisted, ...hidden.map(([, word]) => word)].map((word) => [word, []]),
);
beforeAll(async () => {
  for (const file of await siteFiles()) {
    const text = await wordsOf(file);
    for (const [word, found] of files) if (text.includes(word.slice(2)) || file.includes(word)) found.push(file);
  }
});

test('a word of a published article is found on its page, in its Markdown and in the search index', () => {
  const found = files.get(published)!;
  expect(found).toEqual(
    expect.arrayContaining([
      'en/troubleshooting/with-notes/index.html',
      'en/troubleshooting/with-notes.md',
      'llms.txt',
    ]),
  );
  expect(found.filter((file) => file.startsWith('_search/')).length).toBeGreaterThan(1);
});

test.each(hidden)('no file of the built site holds a word of %s', (_, word) => {
  expect(files.get(word)).toEqual([]);
});

test('an unlisted article is on its own pages and in no other file', () => {
  const own = /^(a\/unlisted-offer|[a-z-]+\/troubleshooting\/unlisted-offer)(\/index\.html|\.md)$/;
  const found = files.get(unlisted)!;
  expect(found).toContain('en/troubleshooting/unlisted-offer/index.html');
  expect(found.filter((file) => !own.test(file))).toEqual([]);
});

test('a file that a published article links to is offered under its name', async () => {
  const page = await readPage('en/troubleshooting/with-notes/');
  expect(
    [...page.querySelectorAll('.prose a')].find((link) => link.textContent === 'price list')?.getAttribute('href'),
  ).toBe('/help/files/price-list.pdf');
  expect(await readText('files/price-list.pdf')).toBe('price list\n');
});
