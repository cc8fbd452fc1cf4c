import { describe, expect, it, test } from 'vitest';
import { IMPACT_SCALE } from '../../../../../src/search/core/index/postings.ts';
import { KIND_WEIGHT } from '../../../../../src/search/core/parameters.ts';
import type { ResolvedWord } from '../../../../../src/search/core/query/resolve.ts';
import { inverseDocumentFrequency, scoreWords } from '../../../../../src/search/core/rank/lexical.ts';
import { alternative, postings, resolvedWord } from '../resolved-words.ts';

const SECTIONS = 100;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);
/** BM25's weight of a term that so many of the sections have. */
const idf = (count: number) => inverseDocumentFrequency(count, SECTIONS);
const score = (...words: ResolvedWord[]) => scoreWords(words, SECTIONS);

test('a term is worth the more the fewer sections have it, and never less than nothing', () => {
  expect(inverseDocumentFrequency(0, 100)).toBeCloseTo(Math.log(1 + 100.5 / 0.5), 10);
  expect(inverseDocumentFrequency(30, 100)).toBeCloseTo(Math.log(1 + 70.5 / 30.5), 10);
  expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
});

describe('the score of a section', () => {
  it('is the rarity of the word times its impact there', () => {
    const { scores } = score(resolvedWord('lock', [alternative(postings([3, 7], [IMPACT_SCALE, 51]))]));
    expect(scores[3]).toBeCloseTo(idf(2), 5);
    expect(scores[7]).toBeCloseTo(idf(2) / 5, 5);
    expect(scores.filter((one) => one > 0)).toHaveLength(2);
  });

  it('is the sum over the words of the query', () => {
    const { scores } = score(
      resolvedWord('lock', [alternative(postings([3, 7]))]),
      resolvedWord('key', [alternative(postings([7]))]),
    );
    expect(scores[3]).toBeCloseTo(idf(2), 5);
    expect(scores[7]).toBeCloseTo(idf(2) + idf(1), 5);
  });

  it('counts a word said again less each time', () => {
    const said = (count: number) =>
      score(resolvedWord('lock', [alternative(postings([3]))], { count })).scores[3]! / idf(1);
    expect([said(1), said(2), said(8)]).toEqual([
      expect.closeTo(1, 5),
      expect.closeTo(1 + Math.log(2), 5),
      expect.closeTo(1 + Math.log(8), 5),
    ]);
  });

  it('counts a pair of characters by half', () => {
    expect(score(resolvedWord('退款', [alternative(postings([3]))], { kind: 'pair' })).scores[3]).toBeCloseTo(
      KIND_WEIGHT.pair * idf(1),
      5,
    );
  });

  it('counts what merely resembles the word by its likeness', () => {
    expect(score(resolvedWord('biek', [alternative(postings([3]), 0.75)])).scores[3]).toBeCloseTo(0.75 * idf(1), 5);
  });

  it('counts the best alternative of a word only', () => {
    const word = (...alternatives: ResolvedWord['alternatives']) => resolvedWord('bike', alternatives);
    const own = alternative(postings([1, 2]));
    const other = alternative(postings([2, 3]), 0.7);
    for (const alternatives of [
      [own, other],
      [other, own],
    ]) {
      const { scores } = score(word(...alternatives));
      expect([...scores.slice(0, 4)]).toEqual([
        0,
        expect.closeTo(idf(2), 5),
        expect.closeTo(idf(2), 5),
        expect.closeTo(0.7 * idf(2), 5),
      ]);
    }
    const twice = score(word(own, other), word(own, other)).scores;
    expect(twice[3]).toBeCloseTo(2 * 0.7 * idf(2), 5);
  });

  it('counts several terms that stand for a word only where all of them occur, and then by their mean', () => {
    const { scores } = score(
      resolvedWord('login', [alternative([postings([1, 2]), postings([2, 3, 4], [51, 255, 255])], 0.7)]),
    );
    expect(scores[2]).toBeCloseTo((0.7 * (idf(2) + idf(3) / 5)) / 2, 5);
    expect(scores.filter((one) => one > 0)).toHaveLength(1);
  });

  it('makes what stands for a common word no more important by being rare itself', () => {
    const common = alternative(postings(range(0, 50)));
    const { scores } = score(
      resolvedWord('bike', [
        common,
        alternative(postings([98]), 0.7),
        alternative([postings([99]), postings([99])], 0.7),
      ]),
    );
    expect(scores[98]).toBeCloseTo(0.7 * idf(50), 5);
    expect(scores[99]).toBeCloseTo(0.7 * idf(50), 5);
  });

  it('takes the rarer of two stems of a word for its rarity', () => {
    const { scores } = score(
      resolvedWord('resum', [
        alternative(postings(range(0, 50))),
        alternative(postings(range(50, 60))),
        alternative(postings([99]), 0.7),
      ]),
    );
    expect(scores[99]).toBeCloseTo(0.7 * idf(10), 5);
  });

  it('lets a stand-in for a word that the index does not know count by its own rarity', () => {
    const { scores } = score(
      resolvedWord('biek', [alternative(postings([3]), 0.7), alternative(postings([4]), 0.5)]),
      resolvedWord('lock', [alternative(postings(range(10, 90)))]),
    );
    expect(scores[3]).toBeCloseTo(0.7 * idf(1), 5);
    expect(scores[3]).toBeGreaterThan(scores[10]!);
  });
});

describe('what a section would get that says all of the query', () => {
  it('is the sum of the rarities, of a word that no section has the greatest', () => {
    expect(score(resolvedWord('lock', [alternative(postings([1, 2]))]), resolvedWord('xyz')).maxScore).toBeCloseTo(
      idf(2) + idf(0),
      5,
    );
  });

  it('weighs repeated words and pairs as the scores do', () => {
    expect(score(resolvedWord('lock', [alternative(postings([1]))], { count: 2 })).maxScore).toBeCloseTo(
      (1 + Math.log(2)) * idf(1),
      5,
    );
    expect(score(resolvedWord('退款', [], { kind: 'pair' })).maxScore).toBeCloseTo(KIND_WEIGHT.pair * idf(0), 5);
  });

  it('is of a word that of its best alternative', () => {
    expect(
      score(resolvedWord('biek', [alternative(postings([1]), 0.5), alternative(postings([2, 3]), 0.75)])).maxScore,
    ).toBeCloseTo(0.75 * idf(2), 5);
    expect(score(resolvedWord('login', [alternative([postings([1]), postings([1, 2, 3])], 0.7)])).maxScore).toBeCloseTo(
      (0.7 * (idf(1) + idf(3))) / 2,
      5,
    );
    expect(
      score(resolvedWord('bike', [alternative(postings(range(0, 50))), alternative(postings([99]), 0.7)])).maxScore,
    ).toBeCloseTo(idf(50), 5);
  });

  it('does not ask for a synonym of several words, which comes on top', () => {
    const extra = { ...resolvedWord('', [alternative(postings([5]), 0.7)], { terms: [] }), extra: true };
    const { scores, maxScore } = score(resolvedWord('money', [alternative(postings([1]))]), extra);
    expect(maxScore).toBeCloseTo(idf(1), 5);
    expect(scores[5]).toBeCloseTo(0.7 * idf(1), 5);
  });
});
