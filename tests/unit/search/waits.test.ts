import { expect, it } from 'vitest';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import { seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';
import type { BuiltIndex, IndexInput } from '../../../src/search/indexer/write/write-index.ts';
import { article, build } from './small-site.ts';

const WIDTH = 8;
const random = seededRandom(1);
const direction = () => Float32Array.from({ length: WIDTH }, () => random() - 0.5);
/** A word of six letters for a number. */
const wordOf = (number: number): string =>
  [...Array(6).keys()].map((place) => String.fromCharCode(97 + (((number * 7919) >> (place * 4)) % 26))).join('');
const words = Array.from({ length: 60 }, (_, place) => wordOf(place));
/** So many more each text has, so that words take several files. */
const MORE = 60;

const moreOf = (place: number): string =>
  Array.from({ length: MORE }, (_, more) => wordOf(1000 + place * MORE + more)).join(' ');

/** A site whose articles all have several sections, in one file of vectors or in clusters of them. */
function site(sizes: IndexInput['sizes']): Promise<BuiltIndex> {
  const documents = words.map((word, place) =>
    article(`a${place}`, `About ${word}`, `What ${word} is for, and ${moreOf(place)}.`, {
      [`Mend ${word}`]: `Turn ${word} off and on.`,
      'Before you begin': `Have ${word} at hand.`,
    }),
  );
  const model = {
    id: 'test',
    dimensions: WIDTH,
    pooling: 'mean' as const,
    queryPrefix: '',
    passagePrefix: '',
    centred: false,
    pieces: 'wordpiece' as const,
  };
  const semantic = {
    model,
    sections: documents.flatMap(({ sections }) => sections.map(direction)),
    projection: Array.from({ length: WIDTH }, direction),
    student: words.map((word): [string, Float32Array] => [word, direction()]),
  };
  return build(documents, { semantic, sizes });
}

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
  expect((await search(index, words[0]!)).tier).toBe('instant');
  const before = trips.length;
  expect((await search(index, question)).hits.length).toBeGreaterThan(3);
  return trips.slice(before).map((kinds) => [...kinds].sort());
}

it('a question waits for words, and then for all texts at once', async () => {
  expect(await waits(await site({ textShard: 100 }), `mend ${words[40]} and ${words[20]}`)).toEqual([
    ['student', 'words'],
    ['texts'],
  ]);
});

it('a question of a large site waits for words and titles, then for vectors, and then for all texts at once', async () => {
  const large = await site({ names: 0, titleShard: 12, textShard: 100, vectorFile: 100, cluster: 1 });
  const three = await waits(large, `mend ${words[40]} and ${words[20]}`);
  expect(three.at(-1)).toEqual(['texts']);
  expect(three.slice(0, -1).flat()).toEqual(expect.arrayContaining(['title-whole', 'vectors', 'words']));
  expect(three).toHaveLength(3);
});
