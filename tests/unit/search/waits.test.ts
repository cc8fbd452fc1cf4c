import { describe, expect, it } from 'vitest';
import { openIndex, openPartially } from '../../../src/search/core/index/search-index.ts';
import { order } from '../../../src/search/core/rank/rank.ts';
import { search } from '../../../src/search/core/search.ts';
import type { BuiltIndex } from '../../../src/search/indexer/write/write-index.ts';
import { indexWords, LARGE, WORDS } from '../../support/indexed-words.ts';

/** How long a file is on its way (ms). Those that are asked for meanwhile come together with it. */
const ROUND_TRIP = 60;

/** An index whose files come in trips, with the kinds of those that came in each. */
async function onTrips({ manifest, files }: BuiltIndex) {
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
  const opened = await openPartially({ manifest, fetchFile });
  // The first question fetches what all have in common.
  expect((await search(opened.index, WORDS[0]!)).tier).toBe('instant');
  const before = trips.length;
  return { ...opened, further: () => trips.slice(before).map((kinds) => [...kinds].sort()) };
}

/** The kinds of files that a further question waits for, one wait after the other. */
async function waits(built: BuiltIndex, question: string): Promise<string[][]> {
  const { index, further } = await onTrips(built);
  expect((await search(index, question)).hits.length).toBeGreaterThan(3);
  return further();
}

const question = `mend ${WORDS[40]} and ${WORDS[20]}`;

it('a question waits for words, and then for all texts at once', async () => {
  expect(await waits(await indexWords({ textShard: 100 }), question)).toEqual([['student', 'words'], ['texts']]);
});

it('a question of a large site waits for words and titles, then for vectors, and then for all texts at once', async () => {
  const three = await waits(await indexWords(LARGE), question);
  expect(three.at(-1)).toEqual(['texts']);
  expect(three[0]).toEqual(expect.arrayContaining(['title-whole', 'words']));
  expect(three[1]).toContain('vectors');
  expect(three).toHaveLength(3);
});

it('two letters that words of titles begin with find an article without a file', async () => {
  const { index, byBeginning, further } = await onTrips(await indexWords(LARGE));
  const letters = WORDS[45]!.slice(0, 2);
  const { articles } = await order(byBeginning(), letters, { lastWordPartial: true, draft: true });
  expect(further()).toEqual([]);
  expect(articles).toHaveLength(1);
  expect((await index.nameOf(articles[0]!.article))!.title).toMatch(new RegExp(`^About ${letters}`));
});

describe('a draft of a large site', () => {
  const waitsOf = async (text: string, draft: boolean) => {
    const { index, wordsFirst, further } = await onTrips(await indexWords(LARGE));
    const { articles } = await order(wordsFirst(), text, { lastWordPartial: true, draft });
    const waited = further();
    const first = articles[0] && (await index.nameOf(articles[0].article))!.id;
    return { first, waited };
  };

  it('looks for the word that is being typed in titles alone where some have it', async () => {
    const text = WORDS[45]!.slice(0, 4);
    expect(await waitsOf(text, true)).toEqual({ first: 'a45', waited: [['title-words']] });
    expect(await waitsOf(text, false)).toEqual({ first: 'a45', waited: [['title-whole', 'title-words', 'words']] });
  });

  it('looks for it in texts, too, where no title has it', async () => {
    const { manifest, files } = await indexWords(LARGE);
    const { core } = await openIndex({ manifest, fetchFile: async (name) => files.get(name)! });
    // Where a file of words begins, some word does.
    const inTexts = core.wordShards.find((key) => key.length === 3 && !WORDS.some((word) => word.startsWith(key)))!;
    const { first, waited } = await waitsOf(inTexts, true);
    expect(waited).toEqual([['title-words'], ['words']]);
    expect(first).toBeDefined();
  });

  it('leaves a word that the index does not know at that', async () => {
    const typo = `${WORDS[45]!.slice(0, 5)}##`.replaceAll('#', 'q');
    expect(await waitsOf(typo, true)).toEqual({ first: undefined, waited: [['title-words'], ['words']] });
    const settled = await waitsOf(typo, false);
    expect(settled.waited.flat()).toContain('vocabulary');
  });
});

it('what a word torn apart behind its first letter would be comes with the halves, before what else they may be', async () => {
  const { index, wordsFirst, further } = await onTrips(await indexWords(LARGE));
  const { articles } = await order(wordsFirst(), WORDS[45]!.replace(/^./, '$& '));
  expect(further().slice(0, 2)).toEqual([['title-whole', 'words'], ['title-joins']]);
  expect(await index.nameOf(articles[0]!.article)).toMatchObject({ id: 'a45' });
});
