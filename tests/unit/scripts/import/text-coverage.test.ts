import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TextCoverage, textCoverage } from '../../../../scripts/lib/import/report/text-coverage.ts';
import { visibleText } from '../../../../scripts/lib/import/report/visible-text.ts';
import { lostWords, wordsOf } from '../../../../scripts/lib/import/report/words.ts';
import type { SourceArticle } from '../../../../scripts/lib/import/sources/source.ts';
import { convert } from './convert.ts';

/** What the report says of an article whose body became this Markdown. */
function coverage(body: string, markdown: string, format: SourceArticle['format'] = 'html'): TextCoverage {
  const article: SourceArticle = {
    id: '1',
    locale: 'en',
    category: 'general',
    title: 'Title',
    format,
    body,
    keywords: [],
    related: [],
    draft: false,
    aliases: [],
    origin: 'article 1',
    folder: '',
    notes: [],
  };
  return textCoverage([article], [{ ...convert(''), markdown }]);
}

/** A sentence in each of many scripts; none shares a word with another. */
const sentences: Record<string, string> = {
  Japanese: '停電のあとでもランプは明るさを覚えています',
  Chinese: '定时器会自动关闭取暖器和风扇',
  Korean: '버튼을 오 초 동안 누르세요',
  Thai: 'กดปุ่มค้างไว้ห้าวินาทีแล้วรอจนไฟเป็นสีน้ำเงิน',
  Lao: 'ກົດປຸ່ມຄ້າງໄວ້ຫ້າວິນາທີ',
  Khmer: 'ចុចប៊ូតុងឱ្យជាប់រយៈពេលប្រាំវិនាទី',
  Burmese: 'ခလုတ်ကို ငါးစက္ကန့်ကြာ ဖိထားပါ',
  Arabic: 'اضغط على الزر لمدة خمس ثوان',
  Persian: 'دکمه را نگه دارید تا می‌شود چراغ',
  Hebrew: 'לחצו על הכפתור למשך חמש שניות',
  Hindi: 'बटन को पाँच सेकंड तक दबाकर रखें',
  Tamil: 'பொத்தானை ஐந்து வினாடிகள் அழுத்தவும்',
  Russian: 'Удерживайте кнопку пять секунд',
  Greek: 'Κρατήστε πατημένο το κουμπί',
  German: 'Fünf Sekunden später leuchtet’s blau',
  English: "The lamp doesn't blink any more",
  Vietnamese: 'Giữ nút trong năm giây',
  Emoji: 'Press 💡 twice, then 1️⃣ once',
};
const scripts = Object.values(sentences);

describe('Words', () => {
  test.each([
    ['停電のあとで', ['停電', 'の', 'あと', 'で']],
    ['รอจนไฟ', ['รอ', 'จน', 'ไฟ']],
    ["It doesn't blink.", ['It', "doesn't", 'blink']],
    ['버튼을 누르세요', ['버튼을', '누르세요']],
    ['end.Begin a_b 3.14', ['end', 'Begin', 'a', 'b', '3', '14']],
    ['ﾗﾝﾌﾟ１２ super\u00adlong שלום\u200f', ['ランプ', '12', 'superlong', 'שלום']],
    ['— … 💡 ##', []],
  ])('of %s are those that a reader counts', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('Words that are lost', () => {
  test('are not those that a neighbour only divides in another way', () => {
    expect(wordsOf('東京都に住む')).not.toEqual(wordsOf('東 京都に住む'));
    expect(lostWords(wordsOf('東京都に住む'), wordsOf('東 京都に住む'))).toEqual([]);
    expect(lostWords(wordsOf('東 京都に住む'), wordsOf('東京都に住む'))).toEqual([]);
  });

  test('are those whose letters stand only in words that were there before', () => {
    expect(lostWords(wordsOf('大阪に住む、東京に住む'), wordsOf('東京に住む'))).toEqual(['大阪', 'に', '住む']);
    expect(lostWords(wordsOf('light switch'), wordsOf('switches lightly'))).toEqual(['light', 'switch']);
  });
});

describe('The share of the words that are kept', () => {
  test.each(Object.entries(sentences))('is the whole for %s, whatever marks stand in and around it', (_, sentence) => {
    const half = Math.floor(sentence.length / 2);
    const cut = `${sentence.slice(0, half)}<b>${sentence.slice(half)}</b>`;
    for (const body of [
      `<p>${sentence}</p>`,
      `<p>${cut}</p>`,
      `<div>${sentence}<br>${sentence}</div>`,
      `<ul><li>${sentence}</li><li>${cut}</li></ul>`,
      `<table><tr><th>${sentence}</th><td>${cut}</td></tr></table>`,
      `<h2 id="a">${sentence}</h2><p>${sentence}</p>`,
      `<p>${sentence}。${sentence}</p>`,
    ]) {
      const { before, kept, losses } = coverage(body, convert(body).markdown);
      expect(losses, body).toEqual([]);
      expect(before).toBe(kept);
      expect(before).toBeGreaterThan(3);
    }
  });

  test('is the whole wherever bold, code, links, keys and breaks divide the letters', () => {
    const tag = fc.constantFrom('b', 'em', 'code', 'a href="https://x.example/"', 'kbd', 'sup', 'span', 's', 'u');
    const cut = fc.tuple(tag, fc.nat(30), fc.nat(8), fc.constantFrom('', ' ', '<br>', '<wbr>', '&shy;', '&#8203;'));
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.array(cut, { maxLength: 4 }), fc.boolean(), (text, cuts, inList) => {
        const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
        const open = new Map<number, string>();
        let end = 0;
        for (const [name, skip, length, gap] of cuts) {
          const from = Math.min(end + skip, letters.length);
          end = Math.min(from + length + 1, letters.length);
          open.set(from, `${open.get(from) ?? ''}<${name}>`);
          open.set(end, `${open.get(end) ?? ''}</${name.split(' ')[0]}>${gap}`);
        }
        const line = [...letters, ''].map((letter, at) => `${open.get(at) ?? ''}${letter}`).join('');
        const body = inList ? `<ul><li>${line}</li></ul>` : `<p>${line}</p>`;
        expect(coverage(body, convert(body).markdown).losses, body).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('counts the readings above Japanese letters', () => {
    const body = '<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を<ruby>読<rt>よ</rt></ruby>む</p>';
    expect(coverage(body, convert(body).markdown).losses).toEqual([]);
    expect(visibleText(body, 'html').trim()).toBe('漢字かんじを読よむ');
  });

  test('is the whole for any texts, however they are wrapped in HTML or Markdown', () => {
    const block = fc.constantFrom<[string, string][]>(
      ['<p>%</p>', '%'],
      ['<h2>%</h2>', '## %'],
      ['<blockquote>%</blockquote>', '> %'],
      ['<ul><li>%</li></ul>', '- %'],
      ['<div><span>%</span></div>', '**%**'],
      ['<table><tr><td>%</td></tr></table>', '| % |\n| - |'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...scripts), block, block), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const body = parts.map(([text, [html]]) => html.replace('%', () => text)).join('\n');
          const markdown = parts.map(([text, , [, form]]) => form.replace('%', () => text)).join('\n\n');
          expect(coverage(body, markdown).losses).toEqual([]);
          expect(coverage(markdown, markdown, 'markdown').losses).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is the whole for texts of random letters that only change their lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 20 }),
        (pieces) => {
          expect(lostWords(wordsOf(pieces.join('\n')), wordsOf(pieces.join('  \n\n')))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('falls when a sentence is dropped, in any script, and its words are named', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...scripts), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        (texts, pick) => {
          const dropped = texts[pick % texts.length] ?? '';
          const body = texts.map((text) => `<p>${text}</p>`).join('');
          const { before, kept, losses } = coverage(body, texts.filter((text) => text !== dropped).join('\n\n'));
          const words = wordsOf(dropped);
          expect(losses[0]?.lost).toEqual(words);
          expect(before - kept).toBe(words.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('finds a sentence that is there only once of twice', () => {
    const text = sentences.Japanese ?? '';
    const { before, kept } = coverage(`<p>${text}</p><p>${text}</p>`, text);
    expect(kept).toBe(before / 2);
  });

  test('names the article that lost the most first', () => {
    const one = { ...convert(''), markdown: 'a' };
    const of = (origin: string, body: string): SourceArticle => ({
      id: origin,
      locale: 'en',
      category: 'general',
      title: 'Title',
      format: 'markdown',
      body,
      keywords: [],
      related: [],
      draft: false,
      aliases: [],
      origin,
      folder: '',
      notes: [],
    });
    expect(textCoverage([of('few.md', 'a b'), of('many.md', 'a c d')], [one, one])).toEqual({
      before: 5,
      kept: 2,
      losses: [
        { origin: 'many.md', lost: ['c', 'd'] },
        { origin: 'few.md', lost: ['b'] },
      ],
    });
  });
});
