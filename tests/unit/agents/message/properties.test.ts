import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQuestions } from '../../../../src/agents/message/cut-questions.ts';
import { ownWords } from '../../../../src/agents/message/own-words.ts';
import { searchText } from '../../../../src/agents/message/search-text.ts';
import { understandMessage } from '../../../../src/agents/message/understand-message.ts';
import { anyCharacter } from '../../../support/any-character.ts';

/** Pieces that mails are made of, in any order, and anything else. */
const piece = fc.oneof(
  fc.constantFrom(
    'Hello,',
    '안녕하세요.',
    '您好，',
    'How do I cancel?',
    '환불은 언제 되나요?',
    '怎么退款？',
    'My bike beeps.',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '-- \n',
    'Best regards,\n',
    'On 3 Mar 2025 Ada <a@example.com> wrote:\n',
    '-----Original Message-----\n',
    'From: a\n',
    '1. ',
    '- ',
    'and also ',
    '另外，',
    '그리고 ',
    'E12',
    '\ud800',
    '\0',
    '<b>',
    '   ',
  ),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);
const mail = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('any text', () => {
  it('is understood without a throw, the same way each time', () =>
    fc.assert(
      fc.asyncProperty(mail, async (text) => {
        const once = await understandMessage(text, ['en', 'ko', 'zh-cn']);
        expect(await understandMessage(text, ['en', 'ko', 'zh-cn'])).toEqual(once);
        expect(once.parts.length).toBeLessThanOrEqual(6);
        for (const part of once.parts) expect(searchText(part.text)).not.toBe('');
      }),
    ));

  it('keeps the words of its questions in their order', () =>
    fc.assert(
      fc.property(mail, (text) => {
        const own = letters(ownWords(text));
        let from = 0;
        for (const part of cutQuestions(ownWords(text))) {
          for (const letter of letters(part.text)) {
            const at = own.indexOf(letter, from);
            expect(at).toBeGreaterThanOrEqual(0);
            from = at + letter.length;
          }
        }
      }),
    ));

  it('has the same own words when these are read again, where nothing in them looks like mail', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('How do I cancel?', '환불은 언제 되나요?', 'E12 again.', '\n'), { maxLength: 20 }),
        (pieces) => {
          const own = ownWords(pieces.join(' '));
          expect(ownWords(own)).toBe(own);
        },
      ),
    ));
});

describe('five million letters', () => {
  it.each([
    ['one word', 'a'],
    ['spaces', ' '],
    ['lines', '\n'],
    ['quotations', '> a\n'],
    ['headers', 'On 3 Mar 2025 Ada <a@example.com> wrote:\n'],
    ['fields', 'From: a\nTo: b\n'],
    ['questions', 'How do I cancel? '],
    ['joints', 'and how, and also '],
    ['commas', ',，、;'],
    ['numbers', '1) 2) 3-3-3 '],
    ['at signs', 'a@'],
    ['Korean', '환불은 언제 되나요 그리고 '],
    ['Chinese', '我有个问题另外，'],
    ['dashes', '-----'],
  ])('of %s take a moment', async (_, repeated) => {
    const text = repeated.repeat(Math.ceil(5_000_000 / repeated.length));
    const before = process.cpuUsage();
    const { parts } = await understandMessage(text, ['en', 'ko', 'zh-cn']);
    for (const part of parts) searchText(part.text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
