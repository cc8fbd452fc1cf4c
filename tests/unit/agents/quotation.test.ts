import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationOf } from '../../../src/agents/quotation.ts';
import { textFragment } from '../../../src/agents/text-fragment.ts';
import type { Hit } from '../../../src/search/core/types.ts';

const text = 'Plans differ. A refund takes five days. Ask us.';
const hit: Hit = {
  article: 'refunds',
  title: 'Refunds',
  category: 'Billing',
  headings: ['How long it takes'],
  score: 1,
  href: '/help/en/billing/refunds/#how-long',
  passage: { text, marks: [[text.indexOf('refund'), text.indexOf('refund') + 6]] },
};

describe('a quotation', () => {
  it('is the sentence with the most words of the question, at the article’s address in its language', () => {
    expect(quotationOf(hit, 'https://h.example/help/')).toMatchObject({
      quote: 'A refund takes five days.',
      quoteUrl: 'https://h.example/help/en/billing/refunds/#how-long:~:text=A%20refund%20takes%20five%20days',
    });
  });

  it('is what the agent marked, where something is', () => {
    expect(quotationOf(hit, 'https://h.example/help/', ' five days ')).toMatchObject({
      quote: 'five days',
      quoteUrl: 'https://h.example/help/en/billing/refunds/#how-long:~:text=five%20days',
    });
  });

  it('marks nothing where there is no text', () => {
    const bare: Hit = { ...hit, href: '/help/a/refunds/', headings: [], passage: { text: '', marks: [] }, bare: true };
    expect(quotationOf(bare, 'https://h.example/help/')).toMatchObject({
      quote: '',
      quoteUrl: 'https://h.example/help/a/refunds/',
    });
  });
});

describe('a text fragment', () => {
  it('names a long quotation, or one over several lines, by its first and last words', () => {
    expect(
      textFragment(
        'A refund reaches your card within five working days, and your bank may take two more to show it to you.',
      ),
    ).toBe(':~:text=A%20refund%20reaches%20your,show%20it%20to%20you');
    expect(textFragment('1. Open the app on your phone.\n2. Tap Plan.')).toBe(
      ':~:text=Open%20the%20app%20on,your%20phone%2E%20Tap%20Plan',
    );
  });

  it('names it by letters where words have no spaces between them', () => {
    const quotation =
      '退款会在五个工作日之内退回到您支付时使用的银行卡，银行可能还需要两天时间才能在账单里显示出来，请您耐心等待一下。如果超过七天仍然没有收到退款，请把订单编号告诉我们。';
    expect(decodeURIComponent(textFragment(quotation))).toBe(':~:text=退款会在五个工作日之,请把订单编号告诉我们');
  });

  it('encodes what parts directives and terms, and what makes links end early', () => {
    expect(textFragment('on-the-go, R&D (v2.0)!x')).toBe(':~:text=on%2Dthe%2Dgo%2C%20R%26D%20%28v2%2E0%29%21x');
  });

  it('is a valid part of an address, and one directive, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (quotation) => {
        const fragment = textFragment(quotation);
        if (fragment === '') return;
        const [, terms] = /^:~:text=([^,&-]+(?:,[^,&-]+)?)$/.exec(fragment) ?? [];
        expect(terms).toBeDefined();
        expect(() => decodeURIComponent(terms!)).not.toThrow();
        expect(fragment).not.toMatch(/[\s"'<>()]/);
      }),
    );
  });
});
