import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOfMistyped, keysOfWord } from '../../../../../src/search/core/index/vocabulary-shard.ts';
import { correctSpelling, maxEdits } from '../../../../../src/search/core/query/spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

describe('repairing a typo', () => {
  const vocabulary = (words: string[]) => async (key: string) => words.filter((one) => keysOfWord(one).includes(key));

  it('finds the word meant wherever the one edit is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 5, maxLength: 9 }),
        fc.nat(),
        fc.constantFrom('drop', 'add', 'swap', 'change'),
        async (meant, where, edit) => {
          const at = where % (meant.length - 1);
          const typed = {
            drop: meant.slice(0, at) + meant.slice(at + 1),
            add: `${meant.slice(0, at)}z${meant.slice(at)}`,
            change: `${meant.slice(0, at)}z${meant.slice(at + 1)}`,
            swap: meant.slice(0, at) + meant[at + 1]! + meant[at]! + meant.slice(at + 2),
          }[edit];
          expect(
            (await correctSpelling(typed, vocabulary([meant, 'unrelated', 'another']))).map((found) => found.word),
          ).toContain(meant);
        },
      ),
    );
  });

  it('prefers fewer edits, then the longer common beginning', async () => {
    expect(
      (await correctSpelling('changr', vocabulary(['change', 'changer', 'charge', 'hanger']))).map(
        (found) => found.word,
      ),
    ).toEqual(['change', 'changer']);
  });

  it('looks under the likely keys first', () => {
    expect(keysOfMistyped('rfeund')).toEqual([
      ['r', 'f'],
      [' f', ' r'],
    ]);
  });

  it('gives up on words that resemble nothing', async () => {
    expect(await correctSpelling('lipstick', vocabulary(['refund', 'battery']))).toEqual([]);
    fc.assert(fc.property(word, (one) => void expect(maxEdits(one)).toBeLessThanOrEqual(2)));
  });

  it('allows no edit in short words and in codes, two in long words', () => {
    expect(['bus', 'e1042', 'bike', 'charger', 'subscription'].map(maxEdits)).toEqual([0, 0, 1, 1, 2]);
  });

  it('allows two edits from eight letters on, and one from four', () => {
    expect(['abc', 'abcd', 'abcdefg', 'abcdefgh'].map(maxEdits)).toEqual([0, 1, 1, 2]);
    expect(["don't", 'win11', 'e-bike'].map(maxEdits)).toEqual([1, 0, 0]);
  });

  it('finds nothing for a word that is not repaired', async () => {
    expect(await correctSpelling('bka', vocabulary(['bka', 'bike']))).toEqual([]);
    expect(await correctSpelling('win12', vocabulary(['win12', 'win11']))).toEqual([]);
  });

  it('keeps to the words with the fewest edits and counts them', async () => {
    const listed = ['charring', 'charging'];
    for (const words of [listed, listed.toReversed()])
      expect(await correctSpelling('chargging', vocabulary(words))).toEqual([{ word: 'charging', edits: 1 }]);
    expect(await correctSpelling('chargginx', vocabulary(listed))).toEqual([{ word: 'charging', edits: 2 }]);
  });

  it('orders equals by their common beginning and then by the alphabet, and keeps three', async () => {
    const listed = ['bakse', 'bikes', 'bixse', 'bike'];
    for (const words of [listed, listed.toReversed(), listed.toSorted()])
      expect((await correctSpelling('bikse', vocabulary(words))).map((found) => found.word)).toEqual([
        'bike',
        'bikes',
        'bixse',
      ]);
  });

  it('looks for a typo in the first letter only where no other explains the word', async () => {
    const words = vocabulary(['battery', 'pattern']);
    expect((await correctSpelling('pattery', words)).map((found) => found.word)).toEqual(['pattern']);
    expect((await correctSpelling('xattery', words)).map((found) => found.word)).toEqual(['battery']);
  });
});
