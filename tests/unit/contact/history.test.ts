import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyText, readHistory, withArticle, withSearch } from '../../../src/contact/history.ts';

describe('the history of a visitor', () => {
  const words = { searched: 'Searched for:', read: 'Read:' };
  const none = readHistory(null);

  it('tells what was searched for and read', () => {
    const history = withArticle(withSearch(none, 'battery'), {
      title: 'Charge it',
      address: 'https://help.example/en/charge/',
    });
    expect(historyText(history, words)).toBe(
      'Searched for:\n- battery\n\nRead:\n- Charge it\n  https://help.example/en/charge/',
    );
    expect(historyText(none, words)).toBe('');
  });

  it('keeps the whole search instead of the letters it began with, and each article once', () => {
    const typed = ['bat', 'battery', 'battery light'].reduce(withSearch, none);
    expect(typed.searches).toEqual(['battery light']);
    const article = { title: 'A', address: 'a' };
    expect(withArticle(withArticle(none, article), article).articles).toEqual([article]);
  });

  it('keeps the newest eight of each', () => {
    const many = Array.from({ length: 20 }, (_, index) => `${index} question`).reduce(withSearch, none);
    expect(many.searches).toHaveLength(8);
    expect(many.searches.at(-1)).toBe('19 question');
  });

  it('is empty when storage holds anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(readHistory(stored).searches.every((one) => typeof one === 'string')).toBe(true);
      }),
    );
  });
});
