import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveContext, readLiveNotices } from '../../../src/notices/live-notices.ts';

const context: LiveContext = {
  locale: 'de',
  defaultLocale: 'en',
  timeZone: 'Europe/Berlin',
  origin: 'https://help.example.com',
  permalink: '/help/a/{id}/?in=de',
};
const read = (...notices: unknown[]) => readLiveNotices({ notices }, context);

describe('notices that a page asked for', () => {
  it('have the fields of notices.yaml, and times on the clocks of the site', () => {
    const written = {
      id: 'slow-payments',
      text: { en: 'Payments are slow.', de: 'Zahlungen dauern länger.' },
      severity: 'critical',
      from: '2026-07-01 14:00',
      until: '2026-07-02',
      categories: ['payments'],
      link: { label: 'Mehr', article: 'payments' },
    };
    expect(read(written)).toEqual([
      {
        id: 'slow-payments',
        text: 'Zahlungen dauern länger.',
        severity: 'critical',
        from: Date.parse('2026-07-01T12:00Z'),
        until: Date.parse('2026-07-02T22:00Z'),
        categories: ['payments'],
        link: { label: 'Mehr', href: '/help/a/payments/?in=de' },
      },
    ]);
  });

  it('fall back to the default language, then to any', () => {
    expect(
      read({ id: 'a', text: { en: 'E', fr: 'F' } }, { id: 'b', text: { fr: 'F' } }).map(({ text }) => text),
    ).toEqual(['E', 'F']);
  });

  it.each(['/de/x/', 'https://help.example.com/y'])('lead to %s, which is on the site', (url) => {
    const [notice] = read({ id: 'a', text: 'A', link: { label: 'L', url } });
    expect(new URL(notice!.link!.href).origin).toBe(context.origin);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://help.example.com/x',
    'https://help.example.com@evil.example/',
    'http://help.example.com/',
    42,
    null,
  ])('say what they say without a link where it leads to %j', (url) => {
    expect(read({ id: 'a', text: 'A', link: { label: 'L', url } })).toEqual([
      { id: 'a', text: 'A', severity: 'info', categories: [] },
    ]);
  });

  it.each([
    { text: 'no id' },
    { id: 'no-text' },
    { id: 'empty', text: ' \u0000 ' },
    { id: 'Not an id', text: 'A' },
    { id: 'a" onclick="x', text: 'A' },
    { id: 'a'.repeat(65), text: 'A' },
    { id: 'a', text: 'A', from: 'soon' },
    { id: 'a', text: 'A', until: '2026-13-45' },
    { id: 'a', text: 'A', until: 7 },
    { id: 'a', text: ['A'] },
    'A',
    null,
    [],
  ])('are left out where nobody could say when to show them, or what: %j', (notice) => {
    expect(read(notice)).toEqual([]);
  });

  it('are texts of a bearable length without signs that turn the line round', () => {
    const [notice] = read({ id: 'a', text: `<b>\u202e${'x'.repeat(10_000)}` });
    expect(notice!.text).toHaveLength(500);
    expect(notice!.text.startsWith('<b>xx')).toBe(true);
  });

  it('are five at most', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ id: `n-${index}`, text: 'A' }));
    expect(read(...many).map(({ id }) => id)).toEqual(['n-0', 'n-1', 'n-2', 'n-3', 'n-4']);
  });

  it('are none in whatever else is answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        for (const { id, text, severity } of [...readLiveNotices(data, context), ...read(data)]) {
          expect(id).toMatch(/^[a-z0-9-]+$/);
          expect(text).not.toBe('');
          expect(['info', 'warning', 'critical']).toContain(severity);
        }
      }),
    );
  });
});
