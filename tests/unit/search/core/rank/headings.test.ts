import { expect, it } from 'vitest';
import { search } from '../../../../../src/search/core/search.ts';
import { article, indexOf } from '../../small-site.ts';

const site = () =>
  indexOf([
    article('cancel', 'Cancel your subscription', 'You can cancel a subscription at any time.', {
      'What happens with my deposit?': 'It comes back within a week.',
      'Before you begin': 'Have your phone at hand.',
    }),
    article('deposit', 'The deposit', 'What happens with a deposit: it is paid once, and the deposit comes back.'),
    article('return', 'Return the bike', 'Bring the bike.', { 'Before you begin': 'Charge it.' }),
  ]);

it('a heading typed exactly is answered by its section, which comes first', async () => {
  const { verdict, hits } = await search(await site(), 'what happens with my deposit');
  expect(verdict).toBe('confident');
  expect(hits[0]).toMatchObject({ article: 'cancel', headings: ['What happens with my deposit?'] });
  expect(hits.map(({ article: id }) => id).sort()).toEqual(['cancel', 'deposit']);
});

it('a heading that several articles have answers nothing for certain', async () => {
  const index = await site();
  expect((await search(index, 'before you begin')).verdict).not.toBe('confident');
});

it('no text is read for it where a word of the question is missing', async () => {
  const index = await site();
  expect((await search(index, 'what happens with my deposit in Seoul')).hits[0]!.headings).toEqual([]);
});
