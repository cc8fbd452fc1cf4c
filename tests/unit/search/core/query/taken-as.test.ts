import { describe, expect, it } from 'vitest';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { search } from '../../../../../src/search/core/search.ts';
import { article, indexOf } from '../../small-site.ts';

const documents = [
  article('refund', 'Get a refund', 'The refund comes in five days.'),
  article('umlaut', 'Rückgabe', 'Die Rückgabe dauert.'),
  article('invoice', 'Invoices', 'By mail.'),
];

describe('what a question was taken for', () => {
  const taken = async (query: string, more = {}) => (await search(await indexOf(documents), query, more)).taken;

  it('is the question with the words that are meant, as the site writes them', async () => {
    expect(await taken('where is my refudn?')).toBe('where is my refund?');
    expect(await taken('Rückgaeb')).toBe('Rückgabe');
    expect(await taken('rückgaeb, refudn')).toBe('rückgabe, refund');
  });

  it('is not said of a question without a typo, of a word being typed, and of words that nothing shown has', async () => {
    expect(await taken('where is my refund')).toBeUndefined();
    expect(await taken('where is my refudn', { lastWordPartial: true })).toBeUndefined();
    expect(await taken('zzzzzz')).toBeUndefined();
  });

  it('is the question itself where it is to be left as it was typed', async () => {
    const index = await indexOf(documents);
    expect(await search(index, 'get a refudn')).toMatchObject({ taken: 'get a refund', verdict: 'confident' });
    const left = await search(index, 'get a refudn', { asTyped: true });
    expect(left.taken).toBeUndefined();
    expect((await rank(index, 'refudn', { asTyped: true })).articles).toEqual([]);
  });
});
