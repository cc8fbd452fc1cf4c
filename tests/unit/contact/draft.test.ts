import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY, isEmpty, readDraft, writeDraft } from '../../../src/contact/draft.ts';
import { anyCharacter } from '../../support/any-character.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 24 * 60 * 60 * 1000;

describe('a stored draft', () => {
  const draft: fc.Arbitrary<Draft> = fc.record(
    {
      subject: fc.string(),
      body: fc.string({ unit: anyCharacter }),
      email: fc.string(),
      name: fc.string(),
      phone: fc.string(),
      callback: fc.boolean(),
      attach: fc.boolean(),
      history: fc.string(),
      key: fc.string(),
    },
    { requiredKeys: ['subject', 'body', 'email', 'name', 'phone', 'callback', 'attach'] },
  );

  it('comes back as it was', () => {
    fc.assert(
      fc.property(draft, (written) => {
        expect(readDraft(writeDraft(written, NOW), NOW + DAY)).toEqual(written);
      }),
    );
  });

  it('is forgotten after thirty days', () => {
    expect(readDraft(writeDraft(EMPTY, NOW), NOW + 31 * DAY)).toBeUndefined();
  });

  it('is kept to the last millisecond of the thirtieth day', () => {
    expect(readDraft(writeDraft(EMPTY, NOW), NOW + 30 * DAY)).toEqual(EMPTY);
    expect(readDraft(writeDraft(EMPTY, NOW), NOW + 30 * DAY + 1)).toBeUndefined();
  });

  it('keeps the names that drafts of earlier releases are stored under', () => {
    const written: Draft = {
      subject: 'S',
      body: 'B',
      email: 'e',
      name: 'n',
      phone: 'p',
      callback: true,
      attach: false,
      history: 'Read:',
      key: 'k',
    };
    const stored = {
      version: 1,
      saved: NOW,
      draft: {
        subject: 'S',
        body: 'B',
        email: 'e',
        name: 'n',
        phone: 'p',
        callback: true,
        attach: false,
        visit: 'Read:',
        key: 'k',
      },
    };
    expect(JSON.parse(writeDraft(written, NOW))).toEqual(stored);
    expect(readDraft(JSON.stringify(stored), NOW)).toEqual(written);
  });

  it('has its defaults where a field is missing or of another type', () => {
    expect(
      readDraft(
        JSON.stringify({ version: 1, saved: NOW, draft: { subject: 1, callback: 'yes', visit: 2, key: 3 } }),
        NOW,
      ),
    ).toEqual(EMPTY);
  });

  it('is nothing when storage holds anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (stored) => {
        expect(readDraft(stored, NOW)).toBeUndefined();
      }),
    );
    expect(readDraft('{"version":2,"saved":0,"draft":{}}', 0)).toBeUndefined();
    expect(readDraft('{"version":1,"saved":"0","draft":{}}', 0)).toBeUndefined();
    expect(readDraft('{"version":1,"saved":0,"draft":[]}', 0)).toBeUndefined();
    expect(readDraft('{"version":1,"saved":0,"draft":null}', 0)).toBeUndefined();
    expect(readDraft('{"version":1,"saved":0,"draft":{}}', 0)).toEqual(EMPTY);
  });

  it('is worth keeping once something is written', () => {
    expect(isEmpty({ ...EMPTY, email: 'a@b.example' })).toBe(true);
    expect(isEmpty({ ...EMPTY, subject: ' ', body: '\n' })).toBe(true);
    expect(isEmpty({ ...EMPTY, body: 'x' })).toBe(false);
    expect(isEmpty({ ...EMPTY, subject: 'x' })).toBe(false);
  });
});
