import { describe, expect, test } from 'vitest';
import { estimate, formatLeft, type StepState } from '../../../src/terminal/estimate.ts';

const step = (lane: string, expected: number, state: Partial<StepState> = {}): StepState => ({
  title: 'A step',
  lane,
  expected,
  done: 0,
  total: 1,
  ...state,
});
const at = (seconds: number): number => 1000 * seconds;

describe('estimate', () => {
  test('before anything is done, what is left is what was expected', () => {
    expect(estimate([step('one', 10), step('one', 5)], 0, 0, 'last')).toEqual({ share: 0, left: 15 });
  });

  test('of lanes side by side the slower one counts, and the last lane comes on top', () => {
    expect(estimate([step('one', 10), step('two', 4), step('last', 3)], 0, 0, 'last').left).toBe(13);
  });

  test('a machine that took twice as long is expected to go on so', () => {
    const done = step('one', 5, { began: 0, ended: at(10) });
    expect(estimate([done, step('one', 10)], 0, at(10), 'last')).toEqual({ share: 10 / 30, left: 20 });
  });

  test('a step that counts its parts is believed by its own speed the more, the further it is', () => {
    const running = (done: number) => step('one', 0, { began: 0, done, total: 100 });
    expect(estimate([running(99)], 0, at(99), 'last').left).toBeCloseTo(0.99, 1);
    expect(estimate([running(50)], 0, at(10), 'last').left).toBeCloseTo(5, 0);
  });

  test('a step without a count that takes longer than thought is never about to end for long', () => {
    expect(estimate([step('one', 2, { began: 0 })], 0, at(20), 'last').left).toBe(2);
  });

  test('one slow step does not make the rest endless', () => {
    const slow = step('one', 0.001, { began: 0, ended: at(10) });
    expect(estimate([slow, step('one', 1)], 0, at(10), 'last').left).toBe(20);
  });

  test('with nothing left everything is done', () => {
    expect(estimate([step('one', 1, { began: 0, ended: at(2) })], 0, at(2), 'last')).toEqual({ share: 1, left: 0 });
    expect(estimate([], 0, 0, 'last')).toEqual({ share: 0, left: 0 });
  });
});

test('what is left is told as roughly as it is known', () => {
  expect([0.2, 7.1, 33, 60, 61, 119].map(formatLeft)).toEqual([
    'a moment',
    '8 s',
    '35 s',
    '1 min',
    '1 min 5 s',
    '2 min',
  ]);
});
