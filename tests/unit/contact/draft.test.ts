import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY, isEmpty, readDraft, writeDraft } from '../../../src/contact/draft.ts';
import { waitBeforeNext } from '../../../src/contact/rate-limit.ts';
import { readVisit, visitText, withArticle, withSearch } from '../../../src/contact/history.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 24 * 60 * 60 * 1000;

describe('a stored draft', () => {
  const draft: fc.Arbitrary<Draft> = fc.record(
    { subject: fc.string(), body: fc.string({ unit: 'binary' }), email: fc.string(), name: fc.string(), phone: fc.string(), callback: fc.boolean(), attach: fc.boolean(), visit: fc.string(), key: fc.string() },
    { requiredKeys: ['subject', 'body', 'email', 'name', 'phone', 'callback', 'attach'] },
  );

  it('comes back as it was', () => {
    fc.assert(fc.property(draft, (written) => {
      expect(readDraft(writeDraft(written, NOW), NOW + DAY)).toEqual(written);
    }));
  });

  it('is forgotten after thirty days', () => {
    expect(readDraft(writeDraft(EMPTY, NOW), NOW + 31 * DAY)).toBeUndefined();
  });

  it('is nothing when storage holds anything else', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (stored) => {
      expect(readDraft(stored, NOW)).toBeUndefined();
    }));
    expect(readDraft('{"version":2,"saved":0,"draft":{}}', 0)).toBeUndefined();
  });

  it('is worth keeping once something is written', () => {
    expect(isEmpty({ ...EMPTY, email: 'a@b.example' })).toBe(true);
    expect(isEmpty({ ...EMPTY, body: 'x' })).toBe(false);
  });
});

describe('the visit', () => {
  const words = { searched: 'Searched for:', read: 'Read:' };
  const none = readVisit(null);

  it('tells what was searched for and read', () => {
    const visit = withArticle(withSearch(none, 'battery'), { title: 'Charge it', address: 'https://help.example/en/charge/' });
    expect(visitText(visit, words)).toBe('Searched for:\n- battery\n\nRead:\n- Charge it\n  https://help.example/en/charge/');
    expect(visitText(none, words)).toBe('');
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
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
      expect(readVisit(stored).searches.every((one) => typeof one === 'string')).toBe(true);
    }));
  });
});

describe('the limit on messages from one browser', () => {
  it('lets five go in ten minutes and tells how long to wait for the sixth', () => {
    const times = [0, 1, 2, 3, 4].map((minute) => minute * 60_000);
    expect(waitBeforeNext(times.slice(1), 5 * 60_000)).toBe(0);
    expect(waitBeforeNext(times, 5 * 60_000)).toBe(5 * 60_000);
    expect(waitBeforeNext(times, 10 * 60_000)).toBe(0);
  });
});
