import { describe, expect, it, vi } from 'vitest';
import type { SearchIndex } from '../../../../../src/search/core/index/search-index.ts';
import { EXACT } from '../../../../../src/search/core/parameters.ts';
import { parseQuery } from '../../../../../src/search/core/query/parse-query.ts';
import { resolve } from '../../../../../src/search/core/query/resolve.ts';
import { phraseBonus } from '../../../../../src/search/core/rank/phrases.ts';
import { article, indexOf } from '../../small-site.ts';

/** The bonus by section for the phrases of a query. */
async function bonus(
  index: SearchIndex,
  text: string,
  scores = new Float32Array(index.sections),
): Promise<number[] | undefined> {
  const query = parseQuery(text, index.language);
  const found = await phraseBonus(index, query, await resolve(index, query), scores);
  return found && [...found];
}

const site = () =>
  indexOf([
    article('title', 'Battery motor', 'About the lock.'),
    article('heading', 'Bike', '', { 'The battery motor': 'Nothing.' }),
    article('text', 'Café', 'The BATTERY – motor! It turns.'),
    article('apart', 'Lock', 'A battery and a motor.'),
    article('longer', 'Charger', 'Two battery motors.'),
    article('around', 'Saddle', 'Battery motor.', { 'Spare keys': 'Two spare keys.' }),
  ]);

describe('the bonus for a quoted phrase', () => {
  it('is given where title, headings or text hold it word for word, whatever stands between the words', async () => {
    expect(await bonus(await site(), '"battery motor"')).toEqual([1, 1, 1, 0, 0, 1, 0]);
    expect(await bonus(await site(), '"Battery – motor!"')).toEqual([1, 1, 1, 0, 0, 1, 0]);
  });

  it('is shared between the phrases of a query', async () => {
    expect(await bonus(await site(), '"battery motor" and "spare keys"')).toEqual([0.5, 0.5, 0.5, 0, 0, 0.5, 0.5]);
    expect(EXACT.short).toBe(1);
  });

  it('reads through case and accents', async () => {
    expect(await bonus(await site(), '“CAFE”')).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });

  it('goes to nothing for a phrase with a word that no section has', async () => {
    expect(await bonus(await site(), '"battery xylophone"')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await bonus(await site(), '"xylophone battery"')).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('does not count what the words merely resemble', async () => {
    expect(await bonus(await site(), '"batery motor"')).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('is none where nothing is quoted', async () => {
    expect(await bonus(await site(), 'battery motor')).toBeUndefined();
  });

  it('reads the forty best of the sections that hold all words', async () => {
    const many = await indexOf(
      Array.from({ length: 45 }, (_, number) => article(`a${number}`, `Part ${number}`, 'The battery motor.')),
    );
    const read = vi.spyOn(many, 'text');
    const found = await bonus(
      many,
      '"battery motor"',
      Float32Array.from({ length: 45 }, (_, section) => section),
    );
    expect(found).toEqual(Array.from({ length: 45 }, (_, section) => (section < 5 ? 0 : 1)));
    expect(read).toHaveBeenCalledTimes(40);
  });

  it('fetches the texts of sections that hold all words, and no others', async () => {
    const index = await site();
    const read = vi.spyOn(index, 'text');
    const sections = () => read.mock.calls.map(([section]) => section).sort();
    await bonus(index, '"spare keys"');
    expect(sections()).toEqual([6]);
    read.mockClear();
    await bonus(index, '"battery lock"');
    expect(sections()).toEqual([0, 3]);
    read.mockClear();
    await bonus(index, '"batery motor" "battery xylophone"');
    expect(sections()).toEqual([]);
  });

  it('uses the title where the text was not fetched', async () => {
    const index = await site();
    vi.spyOn(index, 'text').mockResolvedValue(undefined);
    expect(await bonus(index, '"battery motor"')).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(await bonus(index, '"about the lock"')).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
