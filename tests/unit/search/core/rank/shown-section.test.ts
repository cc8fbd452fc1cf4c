import { expect, it } from 'vitest';
import { shownSection } from '../../../../../src/search/core/rank/shown-section.ts';

const shown = (lead: number, words: [opening: number, section: number]) =>
  shownSection({ section: 1, opening: 0 }, Float32Array.of(0.5, 0.5 + lead), Float32Array.from(words));

it('shows the opening of an article that a section is nearer than by a hair', () => {
  expect(shown(0.05, [3, 3])).toBe(0);
  expect(shown(0.05, [3, 3.2])).toBe(0);
  expect(shown(0, [0, 0])).toBe(0);
});

it('shows a section that is clearly nearer, or says more of the question’s words', () => {
  expect(shown(0.1, [3, 3])).toBe(1);
  expect(shown(0.05, [3, 4])).toBe(1);
  expect(shown(0.05, [0, 1])).toBe(1);
});
