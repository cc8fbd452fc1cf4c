import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../../src/search/core/excerpt/split-sentences.ts';

describe('cutting into sentences', () => {
  const cut = (text: string, most = 1000) => splitSentences(text, most).map(({ start, end }) => text.slice(start, end));

  it('ends them at full stops of any script, not inside numbers', () => {
    expect(cut('Version 4.1.2 is out. Really? Yes!')).toEqual(['Version 4.1.2 is out.', 'Really?', 'Yes!']);
    expect(cut('打开订单。点击申请退款！好')).toEqual(['打开订单。', '点击申请退款！', '好']);
  });

  it('keeps the number of a step with what is to be done', () => {
    expect(cut('Choose a plan of 14. Then: 1. Open Account. 2. Tap Cancel. 3.')).toEqual([
      'Choose a plan of 14.',
      'Then:',
      '1. Open Account.',
      '2. Tap Cancel.',
      '3.',
    ]);
  });

  it('come to an end however little room there is', () => {
    for (const most of [0, 1, 2])
      expect(splitSentences('a👍👍 b', most).map(({ start, end }) => end - start)).toEqual([1, 2, 2, 1]);
  });

  it('loses nothing but white space, and keeps to the length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab .!?。\n退 𝒳'), maxLength: 200 }),
        fc.integer({ min: 5, max: 50 }),
        (text, most) => {
          const parts = cut(text, most);
          expect(parts.every((part) => part.length <= most && part.length > 0)).toBe(true);
          const solid = (value: string) => value.replace(/[\s.!?。]/gu, '');
          expect(solid(parts.join(''))).toBe(solid(text));
        },
      ),
    );
  });

  it('are pieces at spaces where a sentence is longer than the room', () => {
    expect(cut('Open the lock under the saddle', 12)).toEqual(['Open the', 'lock under', 'the saddle']);
    expect(cut('Open the lock.', 14)).toEqual(['Open the lock.']);
    expect(cut('Open the lock.', 13)).toEqual(['Open the', 'lock.']);
  });

  it('are pieces of full length where the last space stands in the first half', () => {
    expect(cut('a bbbbbbbbbbbbbbbb', 10)).toEqual(['a bbbbbbbb', 'bbbbbbbb']);
    expect(cut('aaaaa bbbbbbbbbb', 10)).toEqual(['aaaaa bbbb', 'bbbbbb']);
    expect(cut('aaaaaa bbbbbbbbb', 10)).toEqual(['aaaaaa', 'bbbbbbbbb']);
  });

  it('never part the two halves of a character', () => {
    expect(cut('a👍👍👍', 4)).toEqual(['a👍', '👍👍']);
    expect(cut('a👍👍bcd', 4)).toEqual(['a👍', '👍bc', 'd']);
  });

  it('end behind the quotation marks and brackets that close with them', () => {
    expect(cut('他说「好。」然后走了。')).toEqual(['他说「好。」', '然后走了。']);
    expect(cut('他说（慢。）然后走了。')).toEqual(['他说（慢。）', '然后走了。']);
  });

  it('end behind all of their marks, and not at dots without a space behind them', () => {
    expect(cut('Really?! Yes.')).toEqual(['Really?!', 'Yes.']);
    expect(cut('Wait...what now? Yes...')).toEqual(['Wait...what now?', 'Yes...']);
  });

  it('end at the end of a line', () => {
    expect(cut('Open Account\nTap Cancel  \n\n  Done')).toEqual(['Open Account', 'Tap Cancel', 'Done']);
    expect(cut('  \n ')).toEqual([]);
    expect(cut('')).toEqual([]);
  });

  it('take a number for that of a step only where it stands alone or after a colon, with two digits at most', () => {
    expect(cut('1. Open the app.')).toEqual(['1. Open the app.']);
    expect(cut('Do this:  12. Tap Cancel.')).toEqual(['Do this:', '12. Tap Cancel.']);
    expect(cut('In 2024. We moved.')).toEqual(['In 2024.', 'We moved.']);
    expect(cut('Year: 2024. We moved.')).toEqual(['Year: 2024.', 'We moved.']);
  });
});
