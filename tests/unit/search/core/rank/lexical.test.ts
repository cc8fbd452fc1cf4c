import { expect, test } from 'vitest';
import type { Postings } from '../../../../../src/search/core/index/postings.ts';
import { IMPACT_SCALE } from '../../../../../src/search/core/index/postings.ts';
import type { ResolvedWord } from '../../../../../src/search/core/query/resolve.ts';
import { scoreWords } from '../../../../../src/search/core/rank/lexical.ts';

const SECTIONS = 100;

function postings(...sections: number[]): Postings {
  return { sections: Uint32Array.from(sections), impacts: new Uint8Array(sections.length).fill(IMPACT_SCALE) } as unknown as Postings;
}

function word(text: string, ...alternatives: [Postings, number][]): ResolvedWord {
  return {
    word: { terms: [text], kind: 'word', count: 1, start: 0, end: text.length, partial: false },
    alternatives: alternatives.map(([found, weight]) => ({ terms: [{ term: text, postings: found }], weight })),
  };
}

test('a rare synonym of a common word counts no more than the word itself', () => {
  const common = postings(...Array.from({ length: 50 }, (_, section) => section));
  const { scores } = scoreWords([word('bike', [common, 1], [postings(99), 0.7])], SECTIONS);
  expect(scores[99]).toBeGreaterThan(0);
  expect(scores[99]).toBeLessThan(scores[0]!);
});

test('a stand-in for a word that the index does not know counts by its own rarity', () => {
  const { scores } = scoreWords([word('biek', [postings(3), 0.7]), word('lock', [postings(...Array.from({ length: 80 }, (_, section) => section + 10)), 1])], SECTIONS);
  expect(scores[3]).toBeGreaterThan(scores[10]!);
});
