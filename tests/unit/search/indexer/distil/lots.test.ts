import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SmallestLots, someOf } from '../../../../../src/search/indexer/distil/lots.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';

const lot = (text: string): number => seededRandom(text)();

function taken(texts: readonly string[], most: number): string[] {
  const lots = new SmallestLots(most);
  for (const text of texts) lots.add(text);
  return lots.taken();
}

it('takes what sorting all texts by their lots would', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), fc.nat(20), (texts, most) => {
      const sorted = [...new Set(texts)].sort((one, other) => lot(one) - lot(other) || (one < other ? -1 : 1));
      expect(taken(texts, most)).toEqual(sorted.slice(0, most));
    }),
  );
});

it('is the same in whatever order the texts come', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(5), (texts, most) => {
      expect(taken(texts.toReversed(), most)).toEqual(taken(texts, most));
    }),
  );
});

it('takes some items in their order, all of few, and nearly the same when one comes', () => {
  const items = Array.from({ length: 200 }, (_, place) => `item ${place}`);
  const name = (item: string) => item;
  expect(someOf(items, 200, name)).toEqual(items);
  const some = someOf(items, 50, name);
  expect(some).toHaveLength(50);
  expect(some).toEqual(items.filter((item) => some.includes(item)));
  const later = someOf(['new', ...items], 50, name);
  expect(later.filter((item) => !some.includes(item)).length).toBeLessThan(2);
});
