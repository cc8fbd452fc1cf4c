import { describe, expect, it } from 'vitest';
import { search } from '../../../../src/search/core/search.ts';
import { article, indexOf } from '../small-site.ts';

const english = await indexOf([
  article('stolen', 'My bike was stolen', 'Report it within a day.', {
    'It has turned up again': 'A stolen bike, a bike that was stolen: tell us when your stolen bike was found.',
    'Only the battery was taken': 'Report the battery alone.',
  }),
  article('deposit', 'The deposit and when you get it back', 'We take it with the first payment.', {
    'When do I get my deposit back?': 'The deposit is back in three days. Get your deposit.',
  }),
  article('pay', 'Which methods are there?', 'All of these.', {
    'Can I pay by PayPal, Alipay or another wallet?': 'PayPal in Berlin.',
  }),
  article('refund', 'How long does a refund take?', 'Ten days.', {
    'My card has been closed': 'A card, your card, a card: the refund of a closed card.',
  }),
  article('lock', 'Lock the bike', 'Close the frame lock.', {
    '0:24': 'A plug that is frozen in winter thaws in a warm hand.',
  }),
  article('libraries', 'Libraries', 'What they are.', {
    'Using the manager': '3. Wait for the manager.',
  }),
]);

const korean = await indexOf(
  [
    article('stolen', '자전거를 도난당했어요', '신고하세요.', {
      '배터리만 도난당했어요': '배터리를 도난당했어요. 도난.',
    }),
    article('pay', '어떤 결제 수단이 있나요?', '카드.', { '카카오페이도 되나요?': '카카오페이도 됩니다.' }),
  ],
  { locale: 'ko' },
);
const chinese = await indexOf(
  [
    article('stolen', '我的车被偷了', '请报警。', { 我需要做什么: '车被偷了，我的车被偷了。' }),
    article('pay', '可以用哪些付款方式', '卡。', { '可以用支付宝吗？': '可以用支付宝。' }),
  ],
  { locale: 'zh-cn' },
);

/** The anchor that the first result leads to; '' for the opening of its article. */
async function anchor(index: typeof english, query: string): Promise<string> {
  return decodeURIComponent((await search(index, query)).hits[0]!.href.split('#')[1] ?? '');
}

describe('a result leads', () => {
  it('to the opening of its article, where the title promises the answer', async () => {
    expect(await anchor(english, 'My bike was stolen')).toBe('');
    expect(await anchor(english, 'stolen bike')).toBe('');
    expect(await anchor(english, 'when do I get the deposit back')).toBe('');
    expect(await anchor(korean, '자전거를 도난당했어요')).toBe('');
    expect(await anchor(chinese, '车被偷了')).toBe('');
  });

  it('to the section that the question names', async () => {
    expect(await anchor(english, 'do you take paypal')).toBe('can-i-pay-by-paypal-alipay-or-another-wallet-');
    expect(await anchor(korean, '카카오페이로 되나요')).not.toBe('');
    expect(await anchor(chinese, '可以用支付宝吗')).not.toBe('');
  });

  it('to the passage of a film where it is said', async () => {
    expect(await anchor(english, 'my plug is frozen')).toBe('0-24');
  });

  it('to the opening, where a section only says more of the question than the title', async () => {
    expect(await anchor(english, 'when does the refund show up on my card')).toBe('');
  });
});

describe('a part of a long section that begins in the middle of a list', () => {
  it('gives way to the part where the list begins', async () => {
    const long = article('libraries', 'Libraries', 'What they are.');
    const part = { article: 'libraries', anchor: 'using', headings: ['Using the manager'] };
    const index = await indexOf([
      {
        ...long,
        sections: [
          ...long.sections,
          { ...part, key: 'l~1', text: '1. Open it.\n2. Type.' },
          { ...part, key: 'l~2', text: '3. Wait for the manager using the manager.' },
        ],
      },
    ]);
    const [hit] = (await search(index, 'using the manager wait')).hits;
    expect(hit!.passage.text).toBe('1. Open it.\n2. Type.');
  });
});
