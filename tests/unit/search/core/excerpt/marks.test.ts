import { describe, expect, it } from 'vitest';
import { markedTerms, marksOf } from '../../../../../src/search/core/excerpt/marks.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';
import { tokenize } from '../../../../../src/search/core/text/tokenize.ts';
import { article, indexOf } from '../../small-site.ts';
import { alternative, postings, resolvedWord } from '../resolved-words.ts';

const english = await loadLanguage('en');

/** A text with what of a query is marked in brackets, where all of it tells. */
function marked(text: string, query: string): string {
  const all = new Set(tokenize(query, english).map(({ term }) => term));
  return marksOf(text, { all, telling: all }, english).reduceRight(
    (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    text,
  );
}

describe('what is marked in a passage', () => {
  it('is every form of a word, whole', () => {
    expect(marked('Refunding takes days; a refunded order waits.', 'refunds')).toBe(
      '[Refunding] takes days; a [refunded] order waits.',
    );
  });

  it('is never a part of a word, of a date or of an identifier', () => {
    expect(marked('The WiFi101 library', 'wifi')).toBe('The WiFi101 library');
    expect(marked('07-14T07:58:03', 'BT-07')).toBe('07-14T07:58:03');
    expect(marked('Call ser_open and Serial.open first.', 'open')).toBe('Call ser_open and Serial.open first.');
  });

  it('is the whole of a version, and a word of several joined by hyphens', () => {
    expect(marked('Take version 4.1.2 of it.', '4.1.2')).toBe('Take version [4.1.2] of it.');
    expect(marked('A 12-bit value.', 'bits')).toBe('A 12-[bit] value.');
  });

  it('is a Korean word with its endings, where at least half of it was asked for', () => {
    expect(marked('비밀번호 재설정, 재설정을 하세요.', '재설정')).toBe('비밀번호 [재설정], [재설정을] 하세요.');
    expect(marked('해지했다가 다시 시작하세요.', '해지하고')).toBe('[해지했다가] 다시 시작하세요.');
    expect(marked('집 앞까지 배송하고 점검합니다.', '해지하고')).toBe('집 앞까지 배송하고 점검합니다.');
    expect(marked('Trail이 알맞습니다.', 'Trail')).toBe('[Trail이] 알맞습니다.');
  });

  it('is a Chinese word, as a dictionary cuts it, or several together; never a single character', () => {
    expect(marked('申请退款，退货。', '退款')).toBe('申请[退款]，退货。');
    expect(marked('申请退款。', '退')).toBe('申请退款。');
    expect(marked('只有最新的验证码可用。', '收不到验证码')).toBe('只有最新的[验证码]可用。');
    expect(marked('微信支付。', '支付宝')).toBe('微信[支付]。');
  });

  it('is one where marks overlap or touch, to the very end of the text', () => {
    expect(marked('Open the lock', 'open lock')).toBe('[Open] the [lock]');
  });

  it('is nothing where no word tells', () => {
    expect(marksOf('The bike', { all: new Set(['bike']), telling: new Set() }, english)).toEqual([]);
  });
});

describe('a word tells', () => {
  const terms = (index: Awaited<ReturnType<typeof indexOf>>, found: Record<string, number[]>) =>
    markedTerms(
      index,
      Object.entries(found).map(([term, sections]) => resolvedWord(term, [alternative(postings(sections), 1, term)])),
    );

  it('unless it stands in over a third of the articles, whatever their sections', async () => {
    const index = await indexOf(
      Array.from({ length: 6 }, (_, number) => article(`a${number}`, `Title ${number}`, 'One.', { Two: 'Two.' })),
    );
    const { all, telling } = terms(index, { bike: [0, 2, 4], lock: [0, 1, 2, 3] });
    expect([...all]).toEqual(['bike', 'lock']);
    expect([...telling]).toEqual(['lock']);
  });

  it('in a site of any size where a single article has it', async () => {
    expect([...terms(await indexOf([article('a', 'A', 'One.')]), { lock: [0] }).telling]).toEqual(['lock']);
  });

  it('unless another word of the question is much rarer', async () => {
    const index = await indexOf(Array.from({ length: 60 }, (_, number) => article(`a${number}`, `T${number}`, 'One.')));
    const many = Array.from({ length: 15 }, (_, number) => number);
    expect([...terms(index, { says: many, lock: [0] }).telling]).toEqual(['lock']);
    expect([...terms(index, { says: many }).telling]).toEqual(['says']);
  });

  it('by the most frequent of its meanings: titles alone say less than texts', async () => {
    const index = await indexOf(Array.from({ length: 6 }, (_, number) => article(`a${number}`, `T${number}`, 'One.')));
    const word = resolvedWord('bike', [
      alternative(postings([0]), 0.8, 'bike'),
      alternative(postings([0, 1, 2, 3]), 1, 'bike'),
    ]);
    expect([...markedTerms(index, [word]).telling]).toEqual([]);
  });
});
