import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readHelpCenter } from '../../../../../src/content/read-help-center.ts';
import { MULTILINGUAL_MODEL } from '../../../../../src/schemas/search-settings.ts';
import { buildSearch, type SearchBuild } from '../../../../../src/search/indexer/process/build-index.ts';
import { SearchProcess } from '../../../../../src/search/indexer/process/search-process.ts';
import { silentProgress } from '../../../../../src/terminal/progress.ts';

const center = await readHelpCenter('content');
// By words alone: no model is opened.
center.site!.search.models = [{ ...MULTILINGUAL_MODEL, source: 'none' }];
const korean = center.articles.filter(({ locale }) => locale === 'ko');

/** With its files as they are before they are compressed, which takes less time while somebody writes. */
function unpacked({ files, ...built }: SearchBuild): SearchBuild {
  const contents = [...files].map(([name, content]): [string, Uint8Array] => [
    name,
    name.endsWith('.bin') ? Uint8Array.from(gunzipSync(content)) : Uint8Array.from(content),
  ]);
  return { ...built, files: new Map(contents) };
}

test('a process that goes on gives the files of a fresh build after each edit, whatever it was sent before', {
  timeout: 120_000,
}, async () => {
  const search = new SearchProcess({ progress: silentProgress, incremental: true });
  try {
    const [first, ...rest] = korean;
    const states = [korean, [{ ...first!, title: '다른 제목' }, ...rest], rest, korean];
    for (const articles of states)
      expect(unpacked(await search.build('meaning', center, articles))).toEqual(
        unpacked(await buildSearch(center, articles, silentProgress)),
      );
    expect(unpacked(await search.build('words', center, rest)).files).toEqual(
      unpacked(await buildSearch(center, rest, silentProgress)).files,
    );
  } finally {
    search.end();
  }
});

test('who waits for a process that ends hears of it, and so does who asks later', async () => {
  const search = new SearchProcess({ progress: silentProgress });
  const built = search.build('words', center, korean);
  search.end();
  await expect(built).rejects.toThrow('its process ended');
  expect(search.ended).toBe(true);
  await expect(search.build('words', center, korean)).rejects.toThrow('its process ended');
});
