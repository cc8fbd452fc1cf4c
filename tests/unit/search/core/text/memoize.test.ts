import { describe, expect, it, vi } from 'vitest';
import { memoizeByLanguage, memoizeText } from '../../../../../src/search/core/text/memoize.ts';

const upper = () => vi.fn((text: string) => ({ upper: text.toUpperCase() }));

describe('a memoized function of a text', () => {
  it('does the work once for each text', () => {
    const find = upper();
    const memoized = memoizeText(find);
    expect([memoized('refund'), memoized('battery'), memoized('refund')]).toEqual([
      { upper: 'REFUND' },
      { upper: 'BATTERY' },
      { upper: 'REFUND' },
    ]);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('keeps no more results than allowed, and goes on when there are as many', () => {
    const find = upper();
    const memoized = memoizeText(find, { size: 2, longest: 10 });
    for (const text of ['a', 'b', 'c', 'c', 'a']) memoized(text);
    expect(find.mock.calls.flat()).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps nothing of a longer text', () => {
    const find = upper();
    const memoized = memoizeText(find, { size: 2, longest: 3 });
    for (const text of ['long', 'long', 'abc', 'abc']) memoized(text);
    expect(find.mock.calls.flat()).toEqual(['long', 'long', 'abc']);
  });

  it('tells languages apart', () => {
    const memoized = memoizeByLanguage((text: string, { stem }: { stem: (word: string) => string }) => ({
      term: stem(text),
    }));
    const plain = { stem: (word: string) => word };
    const first = { stem: (word: string) => word.slice(0, 1) };
    expect([memoized('refunds', plain), memoized('refunds', first)]).toEqual([{ term: 'refunds' }, { term: 'r' }]);
    expect(memoized('refunds', plain)).toBe(memoized('refunds', plain));
  });
});
