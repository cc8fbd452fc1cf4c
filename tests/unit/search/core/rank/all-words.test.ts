import { expect, it } from 'vitest';
import { FUSION, MATCH_WEIGHT } from '../../../../../src/search/core/parameters.ts';
import type { ResolvedWord } from '../../../../../src/search/core/query/resolve.ts';
import { sayingAll } from '../../../../../src/search/core/rank/all-words.ts';
import { scoreWords } from '../../../../../src/search/core/rank/lexical.ts';
import { alternative, postings, resolvedWord } from '../resolved-words.ts';

const SECTIONS = 100;
const saying = (...words: ResolvedWord[]) => {
  const { sections, bonus } = sayingAll(words, scoreWords(words, SECTIONS));
  return { sections: sections.toSorted((one, other) => one - other), bonus };
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

it('the only section that says a name gets more for it than one of several', () => {
  const alone = saying(resolvedWord('gresham', [alternative(postings([3]))]));
  const several = saying(resolvedWord('portland', [alternative(postings([3, 7, 9]))]));
  expect(alone.sections).toEqual([3]);
  expect(several.sections).toEqual([3, 7, 9]);
  expect(alone.bonus).toBeGreaterThan(0.3 * FUSION.allWords);
  expect(several.bonus).toBeLessThan(alone.bonus);
  expect(several.bonus).toBeGreaterThan(0);
});

it('sections that say one of two words get nothing', () => {
  const two = saying(
    resolvedWord('saddle', [alternative(postings([3, 7]))]),
    resolvedWord('height', [alternative(postings([7, 9, 11]))]),
  );
  expect(two.sections).toEqual([7]);
  expect(saying(resolvedWord('saddle', [alternative(postings([3]))]), resolvedWord('xyz', [])).sections).toEqual([]);
});

it('a word may be the beginning of what a section says, but neither a typo of it nor what it stands for', () => {
  const by = (weight: number) => saying(resolvedWord('gresh', [alternative(postings([3]), weight)])).sections;
  expect(by(MATCH_WEIGHT.prefix)).toEqual([3]);
  expect(by(MATCH_WEIGHT.oneEdit)).toEqual([]);
  expect(by(MATCH_WEIGHT.synonym)).toEqual([]);
});

it('a sentence gets nothing, whatever sections say', () => {
  const sentence = ['why', 'does', 'my', 'saddle'].map((word) => resolvedWord(word, [alternative(postings([3]))]));
  expect(saying(...sentence)).toEqual({ sections: [], bonus: 0 });
});

it('a section may say a word of so many that the best are listed alone', () => {
  const common = { ...postings(range(20, 30)), count: 60 };
  expect(
    saying(resolvedWord('gresham', [alternative(postings([3]))]), resolvedWord('bike', [alternative(common)])).sections,
  ).toEqual([3]);
});
