import { expect, it } from 'vitest';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { BuiltIndex } from '../../../src/search/indexer/write/write-index.ts';
import { indexWords, LARGE, WORDS } from '../../support/indexed-words.ts';

/** How long a file is on its way (ms). Those that are asked for meanwhile come together with it. */
const ROUND_TRIP = 60;

/** The kinds of files that a further question waits for, one wait after the other. */
async function waits({ manifest, files }: BuiltIndex, question: string): Promise<string[][]> {
  const trips: Set<string>[] = [];
  let trip: Promise<void> | undefined;
  const fetchFile = async (name: string) => {
    if (!trip) {
      trips.push(new Set());
      trip = new Promise((resolve) => setTimeout(resolve, ROUND_TRIP));
      void trip.then(() => (trip = undefined));
    }
    trips.at(-1)!.add(name.replace(/^.*\/|-\d+\.bin$/g, ''));
    await trip;
    return files.get(name)!;
  };
  const index = await openIndex({ manifest, fetchFile });
  // The first question fetches what all have in common.
  expect((await search(index, WORDS[0]!)).tier).toBe('instant');
  const before = trips.length;
  expect((await search(index, question)).hits.length).toBeGreaterThan(3);
  return trips.slice(before).map((kinds) => [...kinds].sort());
}

const question = `mend ${WORDS[40]} and ${WORDS[20]}`;

it('a question waits for words, and then for all texts at once', async () => {
  expect(await waits(await indexWords({ textShard: 100 }), question)).toEqual([['student', 'words'], ['texts']]);
});

it('a question of a large site waits for words and titles, then for vectors, and then for all texts at once', async () => {
  const three = await waits(await indexWords(LARGE), question);
  expect(three.at(-1)).toEqual(['texts']);
  expect(three.slice(0, -1).flat()).toEqual(expect.arrayContaining(['title-whole', 'vectors', 'words']));
  expect(three).toHaveLength(3);
});
