import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Report, reportEvent, reportIssue, reportKey } from '../../../src/agents/report.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { stringsOf } from '../../../src/i18n/languages.ts';
import type { Hit } from '../../../src/search/core/types.ts';
import { makeEvent } from '../analytics/make-event.ts';

const t = createTranslator(stringsOf('en'), 'en');
const hit: Hit = {
  article: 'refunds',
  title: 'Refunds @everybody',
  category: 'Billing',
  headings: ['How <long>'],
  score: 1,
  href: '/help/ko/billing/hwanbul/#how-long',
  passage: { text: 'Five days.', marks: [] },
};
const gap: Report = { question: 'Where is order 4711 0815 2342? ada@example.com', locale: 'en' };
const wrong: Report = { answer: { question: gap.question, locale: 'ko', hit } };
const issues = (includeQuestion: boolean) => ({
  to: 'issues' as const,
  includeQuestion,
  tracker: { url: 'https://git.example.com/help/issues/new', title: 'title', body: 'body' },
});
const issue = (report: Report, includeQuestion = false) => {
  const { origin, searchParams } = new URL(reportIssue(report, issues(includeQuestion), t, 'https://h.example/help/'));
  return { origin, title: searchParams.get('title'), body: searchParams.get('body') };
};

describe('a report of an agent', () => {
  it('is an event without the customer’s words unless the owner allows them', () => {
    expect(reportEvent(gap, false)).toEqual({ type: 'gap', language: 'en' });
    expect(reportEvent(gap, true)).toEqual({ type: 'gap', language: 'en', query: gap.question });
    expect(reportEvent(wrong, true)).toEqual({
      type: 'outdated',
      language: 'ko',
      article: 'refunds',
      section: 'how-long',
    });
    expect(makeEvent(reportEvent(wrong, true), 1)).toMatchObject({ type: 'outdated' });
  });

  it('is an issue whose question the agent writes unless the owner allows the customer’s', () => {
    expect(issue(gap)).toEqual({
      origin: 'https://git.example.com',
      title: 'No article answers this.',
      body: 'The customer’s message (en):\n\n> \n',
    });
    expect(issue(gap, true).body).toBe(
      'The customer’s message (en):\n\n> Where is order \\[number\\]? \\[address\\]\n',
    );
  });

  it('is an issue that names the article, its section and its language', () => {
    const { title, body } = issue(wrong, true);
    expect(title).toBe('Wrong or old: Refunds @everybody – How <long>');
    expect(body).toBe(
      'Refunds \\@everybody – How \\<long\\> (`refunds`, ko)\nhttps://h.example/help/a/refunds/#how-long\nhttps://h.example/help/ko/billing/hwanbul/#how-long\n\n',
    );
    expect(body).not.toContain('order');
  });

  it('is the same for the same question, and for the same section', () => {
    expect(reportKey(gap)).toBe(reportKey({ ...gap }));
    expect(reportKey(gap)).not.toBe(reportKey({ ...gap, locale: 'ko' }));
    expect(reportKey(wrong)).not.toBe(
      reportKey({ answer: { question: '', locale: 'ko', hit: { ...hit, href: '/help/ko/billing/hwanbul/' } } }),
    );
  });

  it('leads to the tracker and nowhere else, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const { origin, title, body } = issue({ question, locale: 'en' }, true);
        expect([origin, title]).toEqual(['https://git.example.com', 'No article answers this.']);
        expect(body!.split('\n')).toHaveLength(4);
      }),
    );
  });
});
