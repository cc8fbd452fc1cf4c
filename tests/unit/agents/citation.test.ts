import { describe, expect, it } from 'vitest';
import { cite } from '../../../src/agents/citation.ts';
import { localeOf } from '../../../src/agents/language-guess.ts';

const refund = { title: 'Refunds [new]', section: 'How long <it> takes', url: 'https://h.example/a/refunds/#how-long', passage: 'Five days.' };
const plans = { title: 'Plans', section: '', url: 'https://h.example/a/plans/', passage: 'Three plans.' };

describe('answers for a reply', () => {
  it('are links, one a line', () => {
    expect(cite([refund, plans], 'link').text).toBe('https://h.example/a/refunds/#how-long\nhttps://h.example/a/plans/');
  });

  it('are rich text with their titles escaped, and a list when there are several', () => {
    expect(cite([refund], 'rich').html).toBe('<a href="https://h.example/a/refunds/#how-long">Refunds [new] – How long &lt;it&gt; takes</a>');
    expect(cite([plans, plans], 'rich').html).toMatch(/^<ul><li><a .*<\/li><\/ul>$/);
    expect(cite([plans], 'rich').text).toBe('Plans: https://h.example/a/plans/');
  });

  it('are Markdown whose brackets do no harm', () => {
    expect(cite([refund], 'markdown').text).toBe('[Refunds \\[new\\] – How long <it> takes](https://h.example/a/refunds/#how-long)');
    expect(cite([plans, refund], 'markdown').text.split('\n')[0]).toBe('- [Plans](https://h.example/a/plans/)');
  });

  it('are passages with their links', () => {
    expect(cite([refund, plans], 'passage').text).toBe('Five days.\nhttps://h.example/a/refunds/#how-long\n\nThree plans.\nhttps://h.example/a/plans/');
  });
});

describe('the language of a message', () => {
  const locales = ['en', 'zh-cn', 'ko'];

  it('is told by its letters', () => {
    expect(localeOf('환불은 언제 되나요?', locales, 'en')).toBe('ko');
    expect(localeOf('电池充不进电', locales, 'en')).toBe('zh-cn');
    expect(localeOf('Where is my bike (라크)?', locales, 'en')).toBe('en');
    expect(localeOf('When is my refund due?', locales, 'ko')).toBe('en');
  });

  it('is the default when the site does not speak it', () => {
    expect(localeOf('Где мой велосипед?', locales, 'en')).toBe('en');
    expect(localeOf('', locales, 'en')).toBe('en');
  });
});
