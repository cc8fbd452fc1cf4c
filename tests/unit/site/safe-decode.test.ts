import { expect, test } from 'vitest';
import { safeDecode, safeDecodeUri, tryDecodeUri } from '../../../src/site/safe-decode.ts';

test('Percent-encoding is undone', () => {
  expect(safeDecode('%ED%95%9C%2Fa%20b')).toBe('한/a b');
});

test('A whole address keeps what separates its parts', () => {
  expect(safeDecodeUri('%ED%95%9C/a%2Fb%23c')).toBe('한/a%2Fb%23c');
});

test('Text with a malformed sequence stays as it is', () => {
  expect(safeDecode('100%')).toBe('100%');
  expect(safeDecode('%ED%95%9C%')).toBe('%ED%95%9C%');
  expect(safeDecodeUri('100%.png')).toBe('100%.png');
  expect(tryDecodeUri('100%.png')).toBeUndefined();
});
