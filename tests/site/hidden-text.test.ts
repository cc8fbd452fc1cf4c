import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { readPage, readText, siteFiles } from './support/pages.ts';

/** A file's text, unpacked, in lower case, whatever kind of file it is. */
async function wordsOf(file: string): Promise<string> {
  const bytes = await readFile(join(inject('siteFolder'), file));
  const content = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return content.toString('latin1').toLowerCase();
}

/** Files that hold a word. Lists of words share the beginnings of their neighbours, so the first two letters may be missing. */
async function filesWith(word: string): Promise<string[]> {
  const found = [];
  for (const file of await siteFiles())
    if ((await wordsOf(file)).includes(word.slice(2)) || file.includes(word)) found.push(file);
  return found;
}

test('a word of a published article is found on its page, in its Markdown and in the search index', async () => {
  const files = await filesWith('brelmont');
  expect(files).toEqual(
    expect.arrayContaining([
      'en/troubleshooting/with-notes/index.html',
      'en/troubleshooting/with-notes.md',
      'llms.txt',
    ]),
  );
  expect(files.filter((file) => file.startsWith('_search/')).length).toBeGreaterThan(1);
});

test.each([
  ['a draft', 'quagmorph'],
  ['an article whose first day is to come', 'zephyrlock'],
  ['an article whose last day is past', 'wixandrill'],
  ['a comment in the text', 'pluviostat'],
  ['a comment in the front matter', 'drazzlewick'],
  ['the owner of an article', 'kelthorpe'],
])('no file of the built site holds a word of %s', async (_, word) => {
  expect(await filesWith(word)).toEqual([]);
});

test('an unlisted article is on its own pages and in no other file', async () => {
  const own = /^(a\/unlisted-offer|[a-z-]+\/troubleshooting\/unlisted-offer)(\/index\.html|\.md)$/;
  const files = await filesWith('jorvitan');
  expect(files).toContain('en/troubleshooting/unlisted-offer/index.html');
  expect(files.filter((file) => !own.test(file))).toEqual([]);
});

test('a file that a published article links to is offered under its name', async () => {
  const page = await readPage('en/troubleshooting/with-notes/');
  expect(
    [...page.querySelectorAll('.prose a')].find((link) => link.textContent === 'price list')?.getAttribute('href'),
  ).toBe('/help/files/price-list.pdf');
  expect(await readText('files/price-list.pdf')).toBe('price list\n');
});
