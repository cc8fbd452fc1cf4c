import { describe, expect, it } from 'vitest';
import { citationOf, cite, nameOf } from '../../../src/agents/citation.ts';
import { quotationOf } from '../../../src/agents/quotation.ts';
import type { Hit } from '../../../src/search/core/types.ts';

const refund = {
  title: 'Refunds [new]',
  section: 'How long <it> takes',
  url: 'https://h.example/a/refunds/#how-long',
  passage: 'Five days.',
  quote: 'Five <days>.',
  quoteUrl: 'https://h.example/en/billing/refunds/#how-long:~:text=Five%20%3Cdays%3E',
};
const plans = {
  title: 'Plans',
  section: '',
  url: 'https://h.example/a/plans/',
  passage: 'Three plans.',
  quote: '',
  quoteUrl: 'https://h.example/en/plans/plans/',
};

describe('an answer that a search found', () => {
  const hit: Hit = {
    article: 'refunds',
    title: 'Refunds',
    category: 'Billing',
    headings: ['Refunds', 'How long it takes'],
    score: 1,
    href: '/help/en/billing/refunds/#how-long',
    passage: { text: 'Five days.', marks: [] },
  };

  it('is cited by its permalink and the heading that is nearest to it', () => {
    expect(citationOf(hit, 'https://h.example/help/')).toEqual({
      title: 'Refunds',
      section: 'How long it takes',
      url: 'https://h.example/help/a/refunds/#how-long',
      passage: 'Five days.',
    });
  });

  it('has no section where the beginning of the article answers', () => {
    expect(citationOf({ ...hit, headings: [], href: '/help/en/billing/refunds/' }, 'https://h.example/')).toMatchObject(
      { section: '', url: 'https://h.example/a/refunds/' },
    );
  });
});

describe('an answer for some and not for everybody', () => {
  const variants = [
    { choice: 'device', value: 'android', label: 'Android' },
    { choice: 'plan', value: 'pro', label: 'Pro' },
    { choice: 'plan', value: 'team', label: 'Team' },
  ];
  const hit: Hit = {
    article: 'unlock',
    title: 'Unlock',
    category: 'Riding',
    headings: ['With the app'],
    score: 1,
    href: '/en/riding/unlock/#android',
    passage: { text: 'Tap Scan.', marks: [] },
    variants,
  };

  it('is cited by a link that shows the article as for them, and its name says so', () => {
    const cited = citationOf(hit, 'https://h.example/');
    expect(cited.url).toBe('https://h.example/a/unlock/?for=android,pro#android');
    expect(nameOf(cited)).toBe('Unlock – With the app (Android, Pro, Team)');
    expect(nameOf({ ...cited, section: '' })).toBe('Unlock (Android, Pro, Team)');
  });

  it('is quoted by such a link, too', () => {
    expect(quotationOf({ ...hit, variants: variants.slice(0, 1) }, 'https://h.example/').quoteUrl).toBe(
      'https://h.example/en/riding/unlock/?for=android#android:~:text=Tap%20Scan',
    );
  });
});

describe('answers for a reply', () => {
  it('are links, one a line', () => {
    expect(cite([refund, plans], 'link').text).toBe(
      'https://h.example/a/refunds/#how-long\nhttps://h.example/a/plans/',
    );
  });

  it('are rich text with their titles escaped, and a list when there are several', () => {
    expect(cite([refund], 'rich').html).toBe(
      '<a href="https://h.example/a/refunds/#how-long">Refunds [new] – How long &lt;it&gt; takes</a>',
    );
    expect(cite([plans, plans], 'rich').html).toMatch(/^<ul><li><a .*<\/li><\/ul>$/);
    expect(cite([plans], 'rich').text).toBe('Plans: https://h.example/a/plans/');
  });

  it('are Markdown whose brackets do no harm', () => {
    expect(cite([refund], 'markdown').text).toBe(
      '[Refunds \\[new\\] – How long \\<it\\> takes](https://h.example/a/refunds/#how-long)',
    );
    expect(cite([plans, refund], 'markdown').text.split('\n')[0]).toBe('- [Plans](https://h.example/a/plans/)');
  });

  it('are quotations whose links lead to the words', () => {
    const { text, html } = cite([refund, plans], 'quote');
    expect(text).toBe(
      'Five <days>.\nhttps://h.example/en/billing/refunds/#how-long:~:text=Five%20%3Cdays%3E\n\nhttps://h.example/en/plans/plans/',
    );
    expect(html).toBe(
      '<blockquote>Five &lt;days&gt;.</blockquote><p><a href="https://h.example/en/billing/refunds/#how-long:~:text=Five%20%3Cdays%3E">Refunds [new] – How long &lt;it&gt; takes</a></p><p><a href="https://h.example/en/plans/plans/">Plans</a></p>',
    );
  });

  it('are passages with their links', () => {
    expect(cite([refund, plans], 'passage').text).toBe(
      'Five days.\nhttps://h.example/a/refunds/#how-long\n\nThree plans.\nhttps://h.example/a/plans/',
    );
  });
});
