import { expect, it } from 'vitest';
import { noticeKey } from '../../../src/notices/notice-key.ts';

it('a closed notice is remembered by its id and what it says, in one word', () => {
  expect(noticeKey('a-b', '')).toBe(`a-b:${(0x811c9dc5).toString(36)}`);
  expect(noticeKey('a', 'foobar')).toBe(`a:${(0xbf9cf968).toString(36)}`);
  expect(noticeKey('a', 'One.')).not.toBe(noticeKey('a', 'Two.'));
});
