import { expect, it } from 'vitest';
import { order } from '../../../src/search/core/rank/rank.ts';
import { article, build, open } from './small-site.ts';

const titles = [
  'What to do with a lost card',
  'Change a card',
  'Cancel',
  'Call us',
  'When refunds come',
  'Refunds',
  'Возврат денег',
  '환불 받기',
];

it('the article of two letters is the one that a search for them puts first', async () => {
  const documents = titles.map((title, place) => article(`a${place}`, title, 'Nothing else is told.'));
  const index = await open(await build(documents, { sizes: { names: 0 } }));
  const { beginnings } = index.core.titles!;
  expect([...beginnings.keys()]).toEqual(['ca', 'ch', 'co', 'do', 'lo', 're', 'to', 'us', 'wh', 'wi', 'во', 'де']);
  for (const [letters, first] of beginnings) {
    const { articles } = await order(index, letters, { lastWordPartial: true });
    expect([letters, articles[0]!.article]).toEqual([letters, first]);
  }
});
