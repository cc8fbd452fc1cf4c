import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../../../src/search/core/parameters.ts';
import { identifierBonus } from '../../../../../src/search/core/rank/identifiers.ts';
import { alternative, postings, resolvedWord } from '../resolved-words.ts';

const code = (term: string, sections: readonly number[], impacts?: readonly number[]) =>
  resolvedWord(term, [alternative(postings(sections, impacts))]);
const ordinary = (count: number) =>
  Array.from({ length: count }, () => resolvedWord('battery', [alternative(postings([0]))]));
const rounded = (bonus: Float32Array | undefined) =>
  bonus && Array.from(bonus, (value) => Math.round(value * 1000) / 1000);

describe('the bonus for a code of the query', () => {
  it('is seven tenths for holding it, and the rest grows with its weight in the section', () => {
    expect(rounded(identifierBonus([code('e1042', [1, 3], [255, 51])], 5))).toEqual([0, 1, 0, 0.76, 0]);
  });

  it('is shared between the codes of a query', () => {
    expect(rounded(identifierBonus([code('e1042', [0, 1]), code('e2001', [1, 2])], 3))).toEqual([0.5, 1, 0.5]);
  });

  it('ignores words that are no codes, and codes that the index does not know', () => {
    expect(rounded(identifierBonus([...ordinary(2), code('e1042', [1]), resolvedWord('e9999')], 2))).toEqual([0, 1]);
  });

  it('is a hint among many in a question of more than eight words', () => {
    expect(rounded(identifierBonus([...ordinary(7), code('e1042', [1])], 2))).toEqual([0, EXACT.short]);
    expect(rounded(identifierBonus([...ordinary(8), code('e1042', [1])], 2))).toEqual([0, EXACT.long]);
  });

  it('is none where the query has no code that the index knows', () => {
    expect(identifierBonus(ordinary(2), 2)).toBeUndefined();
    expect(identifierBonus([resolvedWord('e9999')], 2)).toBeUndefined();
    expect(identifierBonus([], 2)).toBeUndefined();
  });

  it('is none for a synonym of several words, which has no term of its own', () => {
    const extra = resolvedWord('', [alternative([postings([0]), postings([0])])], { terms: [] });
    expect(identifierBonus([{ ...extra, extra: true }], 1)).toBeUndefined();
  });

  it.each(['e1042', 'win11', '3mf', 'a1', '1a', '4.1.1', '2.10.12', '10.2.3', '5100', '99999', '20245', '2100'])(
    'takes %s for a code',
    (term) => {
      expect(identifierBonus([code(term, [0])], 1)).toBeDefined();
    },
  );

  it.each(['battery', 'c++', '2024', '1999', '4.1', '123', '10.12', '4.12345', '1024.5'])(
    'takes %s for an ordinary word',
    (term) => {
      expect(identifierBonus([code(term, [0])], 1)).toBeUndefined();
    },
  );
});
