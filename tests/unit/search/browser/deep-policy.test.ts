import { expect, test } from 'vitest';
import { decideDeepTier } from '../../../../src/search/browser/deep-policy.ts';

const fast = { effectiveType: '4g', downlink: 10, deviceMemory: 8 };

test('auto loads the transformer on a fast line', () => {
  expect(decideDeepTier('auto', fast, 14_000_000)).toBe('load');
});

test('a browser that tells nothing about its line is taken for fast', () => {
  expect(decideDeepTier('auto', {}, 14_000_000)).toBe('load');
});

test.each([
  ['Save-Data', { ...fast, saveData: true }],
  ['3g', { ...fast, effectiveType: '3g' }],
  ['2g', { ...fast, effectiveType: '2g' }],
  ['slow-2g', { ...fast, effectiveType: 'slow-2g' }],
  ['a slow 4g line', { ...fast, downlink: 0.9 }],
  ['one gigabyte of memory', { ...fast, deviceMemory: 1 }],
])('under %s it is neither loaded nor offered', (_, around) => {
  expect(decideDeepTier('auto', around, 14_000_000)).toBe('no');
  expect(decideDeepTier('ask', around, 14_000_000)).toBe('no');
});

test('on a mobile network it is never loaded unasked, but may be offered', () => {
  expect(decideDeepTier('auto', { ...fast, type: 'cellular' }, 14_000_000)).toBe('no');
  expect(decideDeepTier('ask', { ...fast, type: 'cellular' }, 14_000_000)).toBe('offer');
});

test('in the frame on another page it is never loaded unasked, but may be offered', () => {
  expect(decideDeepTier('auto', { ...fast, framed: true }, 14_000_000)).toBe('no');
  expect(decideDeepTier('ask', { ...fast, framed: true }, 14_000_000)).toBe('offer');
});

test('off means off', () => {
  expect(decideDeepTier('off', fast, 14_000_000)).toBe('no');
});

test('a large download is offered rather than begun unasked', () => {
  expect(decideDeepTier('auto', fast, 16_000_000)).toBe('load');
  expect(decideDeepTier('auto', fast, 16_000_001)).toBe('offer');
  expect(decideDeepTier('auto', { ...fast, type: 'cellular' }, 18_500_000)).toBe('offer');
});
