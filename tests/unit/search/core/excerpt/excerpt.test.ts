import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../../../src/search/core/excerpt/passages.ts';
import { search, type SearchOptions } from '../../../../../src/search/core/search.ts';
import { article, indexOf } from '../../small-site.ts';

const TEXT =
  'Every bike has a battery. It lasts for sixty kilometres. To replace the battery, open the lock under the saddle and pull the battery upwards. Keep it dry. The charger belongs to the bike. Leave it with us when you move.';
const site = await indexOf(
  [
    article('battery', 'Batteries', TEXT),
    article('refund', 'Refunds', 'We refund what you paid. Refunding takes five days; a refunded order shows a green mark.'),
    article('korean', '환불', '환불을 요청하려면 주문을 여세요. 환불은 사흘이 걸립니다.'),
    article('hostile', 'Hostile', 'Type <img src=x onerror=alert(1)> & more of <b>this</b> into the sabotage field.'),
  ],
  { synonyms: [['charger', 'adapter']] },
);

/** The passage of the first hit, its marks in brackets. */
async function passage(query: string, options: SearchOptions = {}): Promise<string> {
  const { text, marks } = (await search(site, query, options)).hits[0]!.passage;
  return marks.reduceRight((marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`, text);
}

describe('the passage of a hit', () => {
  it('is made of the sentences that answer, with the matched words marked', async () => {
    expect(await passage('replace the battery', { passageLength: 100 })).toBe('To [replace] the [battery], open the lock under the saddle and pull the [battery] upwards. Keep it dry.');
  });

  it('looks for what the title and the heading above it do not say already', async () => {
    const cancelling = await indexOf([article('cancel', 'Cancel your subscription', 'Do it three days before the month ends. Tap Cancel subscription. The deposit is sent back.')]);
    const begins = async (query: string) => (await search(cancelling, query, { passageLength: 40 })).hits[0]!.passage.text;
    expect(await begins('cancel subscription')).toBe('Do it three days before the month ends.');
    expect(await begins('cancel subscription deposit')).toBe('The deposit is sent back.');
  });

  it('marks every form of a word', async () => {
    expect(await passage('refunds')).toBe('We [refund] what you paid. [Refunding] takes five days; a [refunded] order shows a green mark.');
  });

  it('marks the word whose beginning was typed', async () => {
    expect(await passage('kilom', { lastWordPartial: true, passageLength: 60 })).toContain('sixty [kilometres]');
  });

  it('marks synonyms and repaired typos', async () => {
    expect(await passage('adapter', { passageLength: 60 })).toContain('The [charger] belongs');
    expect(await passage('kilometrse', { passageLength: 60 })).toContain('[kilometres]');
  });

  it('marks Korean by pairs, not by single characters', async () => {
    expect(await passage('환불 요청')).toBe('[환불]을 [요청]하려면 주문을 여세요. [환불]은 사흘이 걸립니다.');
  });

  it('shows where a sentence was cut', async () => {
    expect(await passage('saddle', { passageLength: 60 })).toMatch(/^To replace .*\[saddle\].* …$/);
    expect(await passage('upwards', { passageLength: 60 })).toMatch(/^… .*\[upwards\]\.( |$)/);
  });

  it('holds the text as it is, markup and all, for the interface to show as text', async () => {
    expect(await passage('sabotage')).toBe('Type <img src=x onerror=alert(1)> & more of <b>this</b> into the [sabotage] field.');
  });

  it('has marks inside its text, ascending and apart, within its length', async () => {
    const words = fc.array(fc.constantFrom('battery', 'bike', 'refund', 'charger', '환불', 'saddle', 'dry', 'xyz'), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 20, max: 300 }), async (query, passageLength) => {
        for (const { passage: { text, marks } } of (await search(site, query.join(' '), { passageLength })).hits) {
          expect(text.length).toBeLessThanOrEqual(passageLength + 4);
          let before = -1;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        }
      }),
    );
  });
});

describe('cutting into sentences', () => {
  const cut = (text: string, most = 1000) => sentences(text, most).map(({ start, end }) => text.slice(start, end));

  it('ends them at full stops of any script, not inside numbers', () => {
    expect(cut('Version 4.1.2 is out. Really? Yes!')).toEqual(['Version 4.1.2 is out.', 'Really?', 'Yes!']);
    expect(cut('打开订单。点击申请退款！好')).toEqual(['打开订单。', '点击申请退款！', '好']);
  });

  it('keeps the number of a step with what is to be done', () => {
    expect(cut('Choose a plan of 14. Then: 1. Open Account. 2. Tap Cancel. 3.')).toEqual(['Choose a plan of 14.', 'Then:', '1. Open Account.', '2. Tap Cancel.', '3.']);
  });

  it('come to an end however little room there is', () => {
    for (const most of [0, 1, 2]) expect(sentences('a👍👍 b', most).map(({ start, end }) => end - start)).toEqual([1, 2, 2, 1]);
  });

  it('loses nothing but white space, and keeps to the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab .!?。\n退 𝒳') , maxLength: 200 }), fc.integer({ min: 5, max: 50 }), (text, most) => {
        const parts = cut(text, most);
        expect(parts.every((part) => part.length <= most && part.length > 0)).toBe(true);
        const solid = (value: string) => value.replace(/[\s.!?。]/gu, '');
        expect(solid(parts.join(''))).toBe(solid(text));
      }),
    );
  });
});
