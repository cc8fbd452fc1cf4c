import { describe, expect, test } from 'vitest';
import { bookmarkAddress, LONGEST_IN_ADDRESS, messageInFragment } from '../../../src/agents/message-address.ts';

describe('The message in an address', () => {
  test('is what was written into it, letter by letter', () => {
    for (const text of [
      'Where is my bike?',
      '환불은 언제?',
      'a\r\n\tb',
      '<img src=x onerror=alert(1)>',
      '100 % + 1&2#3',
      '🙂',
    ])
      expect(messageInFragment(`#message=${encodeURIComponent(text)}`)).toEqual({ text, cut: false });
    expect(messageInFragment('#message=')).toEqual({ text: '', cut: false });
  });

  test('is none where the address is about something else', () => {
    for (const fragment of ['', '#', '#page-main', '#messages=a', '#amessage=b', '#Message=c'])
      expect(messageInFragment(fragment)).toBeUndefined();
  });

  test('is cut where it is too long, and not within a letter', () => {
    const whole = 'ä'.repeat(LONGEST_IN_ADDRESS);
    expect(messageInFragment(`#message=${encodeURIComponent(whole)}`)).toEqual({ text: whole, cut: false });
    const pairs = `x${'🙂'.repeat(LONGEST_IN_ADDRESS)}`;
    const message = messageInFragment(`#message=${encodeURIComponent(pairs)}`);
    expect(message).toEqual({ text: `x${'🙂'.repeat(LONGEST_IN_ADDRESS / 2 - 1)}`, cut: true });
    expect(messageInFragment(`#message=${'a'.repeat(5_000_000)}`)).toMatchObject({ cut: true });
  });

  test('is nothing that can be read where it is no encoded text', () => {
    for (const written of ['%', '%E0%A4%A', '100%', '%ff', '%C3%28', '%ED%A0%80'])
      expect(messageInFragment(`#message=${written}`), written).toBe('unreadable');
  });
});

test('the address of the bookmark is one script with the page’s address and the limit in it', () => {
  const address = bookmarkAddress(
    'open(PAGE + text.slice(0, LONGEST), "PAGES")',
    'https://help.example.com/a"b/agents/',
  );
  expect(address).toMatch(/^javascript:[\w%!'()*.~-]+$/);
  expect(decodeURIComponent(address.replace('javascript:', ''))).toBe(
    'open("https://help.example.com/a\\"b/agents/#message=" + text.slice(0, 10002), "PAGES")',
  );
});
