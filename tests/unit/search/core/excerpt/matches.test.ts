import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../../../src/search/core/excerpt/matches.ts';
import { type Language, loadLanguage, PLAIN_LANGUAGE } from '../../../../../src/search/core/text/language.ts';
import { alternative, plainWords, postings, resolvedWord } from '../resolved-words.ts';

const english = await loadLanguage('en');

/** What of a text the words of a query match: as written, and by which word. */
function matched(
  text: string,
  query: string,
  { words = plainWords(query, english), language = english as Language } = {},
) {
  return findMatches(text, query, words, language).map(({ start, end, word }) => [text.slice(start, end), word]);
}

const unfinished = (query: string) => ({ words: plainWords(query, english, true) });

describe('the words of a text that a query matches', () => {
  it('are those with its stems, each with the word that it matches', () => {
    expect(matched('Refunding takes days; a refunded order waits.', 'order refunds')).toEqual([
      ['Refunding', 1],
      ['refunded', 1],
      ['order', 0],
    ]);
  });

  it('are none but those', () => {
    expect(matched('Nothing of it stands here.', 'order refunds')).toEqual([]);
    expect(matched('', 'order')).toEqual([]);
  });

  it('are those of synonyms and repairs too, of several words all', () => {
    const words = [resolvedWord('destin', [alternative([postings([0]), postings([0])], 0.7, 'bolt')])];
    expect(matched('A bolt, a bolt1, a destination.', 'destination', { words })).toEqual([
      ['bolt', 0],
      ['bolt1', 0],
      ['bolt', 0],
      ['destination', 0],
    ]);
  });

  it('belong to the first of two words that they match', () => {
    expect(
      matched('The lock.', 'lock bolt', {
        words: [resolvedWord('lock'), resolvedWord('bolt', [alternative(postings([0]), 0.7, 'lock')])],
      }),
    ).toEqual([['lock', 0]]);
  });

  it('are those that begin with an unfinished word', () => {
    expect(matched('Kilometres, kilos and the okilo.', 'the kilo', unfinished('the kilo'))).toEqual([
      ['Kilometres', 0],
      ['kilos', 0],
    ]);
    expect(matched('Zürich and its lake', 'lake of zuri', unfinished('lake of zuri'))).toEqual([
      ['Zürich', 1],
      ['lake', 0],
    ]);
    expect(matched('Kilometres', 'the kilo')).toEqual([]);
    expect(matched('The kilo of kilometres', 'my kilo', unfinished('my kilo'))).toEqual([
      ['kilo', 0],
      ['kilometres', 0],
    ]);
  });

  it('are told with their kind', () => {
    expect(
      findMatches('退款', '退款', plainWords('退款', english), english).map(({ start, end, kind }) => [
        start,
        end,
        kind,
      ]),
    ).toEqual([
      [0, 1, 'character'],
      [0, 2, 'pair'],
      [1, 2, 'character'],
    ]);
  });

  it('are those of the language in which the text is read', () => {
    const text = 'Refunds of an order';
    const words = [resolvedWord('refund'), resolvedWord('order')];
    expect(matched(text, 'refund order', { words })).toEqual([
      ['Refunds', 0],
      ['order', 1],
    ]);
    expect(matched(text, 'refund order', { words, language: PLAIN_LANGUAGE })).toEqual([['order', 1]]);
    expect(matched(text, 'refund order', { words })).toEqual([
      ['Refunds', 0],
      ['order', 1],
    ]);
  });
});
