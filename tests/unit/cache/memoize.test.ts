import { describe, expect, it, vi } from 'vitest';
import { memoize } from '../../../src/cache/memoize.ts';

describe('a memoized function', () => {
  it('does the work once for each list of arguments, objects by identity', () => {
    const make = vi.fn((object: { name: string }, count: number) => ({ text: object.name.repeat(count) }));
    const memoized = memoize((object: { name: string }, count: number) => make(object, count));
    const object = { name: 'a' };
    expect(memoized(object, 2)).toEqual({ text: 'aa' });
    expect(memoized(object, 2)).toBe(memoized(object, 2));
    expect(memoized(object, 3)).toEqual({ text: 'aaa' });
    expect(memoized({ name: 'a' }, 2)).not.toBe(memoized(object, 2));
    expect(make).toHaveBeenCalledTimes(3);
  });

  it('tells lists of different length and order apart', () => {
    const [one, other] = [{}, {}];
    const memoized = memoize((...objects: object[]) => objects.length, Infinity);
    expect([memoized(one), memoized(one, other), memoized(one, other, one), memoized()]).toEqual([1, 2, 3, 0]);
    const order = memoize((first: object, _second: object) => (first === one ? 'one first' : 'other first'));
    expect([order(one, other), order(other, one)]).toEqual(['one first', 'other first']);
  });

  it('leaves out what a callback gets beside what it names', () => {
    const make = vi.fn((text: string) => text.toUpperCase());
    const memoized = memoize((text: string) => make(text));
    expect(['a', 'b', 'a'].map(memoized)).toEqual(['A', 'B', 'A']);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('knows undefined, null and NaN as arguments and as results', () => {
    const make = vi.fn((value: unknown) => value);
    const memoized = memoize((value: unknown) => make(value));
    for (const value of [undefined, null, Number.NaN])
      expect([memoized(value), memoized(value)]).toEqual([value, value]);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it('does the work again after it threw', () => {
    let calls = 0;
    const memoized = memoize((_key: object) => {
      calls += 1;
      if (calls === 1) throw new Error('not yet');
      return calls;
    });
    const key = {};
    expect(() => memoized(key)).toThrow('not yet');
    expect(memoized(key)).toBe(2);
  });
});
