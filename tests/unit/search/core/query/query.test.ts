import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOfMistyped, keysOfWord } from '../../../../../src/search/core/index/vocabulary-shard.ts';
import { editDistance } from '../../../../../src/search/core/query/edit-distance.ts';
import { parseQuery } from '../../../../../src/search/core/query/parse-query.ts';
import { editsAllowed, repair } from '../../../../../src/search/core/query/repair.ts';
import { Synonyms } from '../../../../../src/search/core/query/synonyms.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';

const english = await loadLanguage('en');
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

/** Edits by the definition, tried out one by one. */
function slowDistance(one: string, other: string): number {
  if (one === '' || other === '') return Math.max(one.length, other.length);
  const same = one.at(-1) === other.at(-1) ? 0 : 1;
  const ways = [slowDistance(one.slice(0, -1), other) + 1, slowDistance(one, other.slice(0, -1)) + 1, slowDistance(one.slice(0, -1), other.slice(0, -1)) + same];
  if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)) ways.push(slowDistance(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

describe('the number of edits between words', () => {
  it('is that of its definition, up to the limit', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(fc.property(short, short, fc.integer({ min: 0, max: 3 }), (one, other, limit) => void expect(editDistance(one, other, limit)).toBe(Math.min(limit + 1, slowDistance(one, other)))));
  });

  it('counts two swapped letters as one', () => {
    expect(editDistance('recieve', 'receive', 2)).toBe(1);
  });

  it('allows none in short words and in codes, two in long words', () => {
    expect(['bus', 'e1042', 'bike', 'charger', 'subscription'].map(editsAllowed)).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('repairing a typo', () => {
  const vocabulary = (words: string[]) => async (key: string) => words.filter((one) => keysOfWord(one).includes(key));

  it('finds the word meant wherever the one edit is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 5, maxLength: 9 }), fc.nat(), fc.constantFrom('drop', 'add', 'swap', 'change'), async (meant, where, edit) => {
        const at = where % (meant.length - 1);
        const typed = { drop: meant.slice(0, at) + meant.slice(at + 1), add: `${meant.slice(0, at)}z${meant.slice(at)}`, change: `${meant.slice(0, at)}z${meant.slice(at + 1)}`, swap: meant.slice(0, at) + meant[at + 1]! + meant[at]! + meant.slice(at + 2) }[edit];
        expect((await repair(typed, vocabulary([meant, 'unrelated', 'another']))).map((found) => found.word)).toContain(meant);
      }),
    );
  });

  it('prefers fewer edits, then the longer common beginning', async () => {
    expect((await repair('changr', vocabulary(['change', 'changer', 'charge', 'hanger']))).map((found) => found.word)).toEqual(['change', 'changer']);
  });

  it('looks under the likely keys first', () => {
    expect(keysOfMistyped('rfeund')).toEqual([['r', 'f'], [' f', ' r']]);
  });

  it('gives up on words that resemble nothing', async () => {
    expect(await repair('lipstick', vocabulary(['refund', 'battery']))).toEqual([]);
    fc.assert(fc.property(word, (one) => void expect(editsAllowed(one)).toBeLessThanOrEqual(2)));
  });
});

describe('taking a query apart', () => {
  const parse = (text: string, options = {}) => parseQuery(text, english, options);

  it('counts what is said again', () => {
    expect(parse('refund, refunds and a refund').words).toMatchObject([{ terms: ['refund'], count: 3, start: 0, end: 6 }]);
  });

  it('takes the last word for unfinished only where it may be, and only at the very end', () => {
    const partial = (text: string, lastWordPartial = true) => parse(text, { lastWordPartial }).words.map((one) => one.partial);
    expect(partial('my ref')).toEqual([true]);
    expect(partial('my ref', false)).toEqual([false]);
    expect(partial('refund order')).toEqual([false, true]);
    expect(partial('refund ')).toEqual([false]);
    expect(partial('refund?')).toEqual([false]);
  });

  it.each(['"port is busy"', '“port is busy”', '„port is busy“', '«port is busy»', '「port is busy」'])('finds the phrase in %s', (text) => {
    expect(parse(`why ${text} shown`).phrases).toEqual(['port is busy']);
  });

  it('takes no phrase from a lone quotation mark or from one of no words', () => {
    expect(parse('24" screen').phrases).toEqual([]);
    expect(parse('"?!" and "" and "the"').phrases).toEqual([]);
  });

  it('keeps stop words where there is nothing else', () => {
    expect(parse('What is it about').words.map(({ terms, titleOnly }) => [terms[0], titleOnly])).toEqual([['what', true], ['is', true], ['it', true], ['about', true]]);
  });

  it('bounds the words of a very long text', () => {
    expect(parse(Array.from({ length: 4000 }, (_, number) => `w${number}`).join(' ')).words.length).toBeLessThanOrEqual(120);
  });
});

describe('synonyms', () => {
  const synonyms = new Synonyms([['sign in', 'log in', 'login'], ['bike', 'e-bike'], ['자전거', '전기자전거']], english);
  const others = (query: string) => synonyms.paraphrases(query).map(({ start, end, wordings }) => [query.slice(start, end), wordings.map(({ terms }) => terms.join('+'))]);

  it('are recognised as phrases, stop words included', () => {
    expect(others('how can I sign in today')).toEqual([['sign in', ['log', 'login']]]);
    expect(others('where to sign the form')).toEqual([]);
  });

  it('count less where only a part of their words can be looked up', () => {
    expect(synonyms.paraphrases('login')[0]!.wordings).toEqual([{ terms: ['sign'], share: 0.5 }, { terms: ['log'], share: 0.5 }]);
  });

  it('are found in Korean by their characters', () => {
    expect(others('제 자전거 어디')[0]![0]).toBe('자전거');
  });

  it('take the longest wording of a group', () => {
    expect(others('my e-bike')).toContainEqual(['e-bike', ['bike']]);
  });
});
