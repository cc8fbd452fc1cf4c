import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactEvent, redactQuery } from '../../../src/analytics/redact.ts';
import type { TrackedEvent } from '../../../src/schemas/events.ts';
import { anyCharacter } from '../../support/any-character.ts';

it.each([
  ['refund to ann.b@example.co.uk please', 'refund to [address] please'],
  ['call me +49 (30) 123-456 78', 'call me [number]'],
  ['card 4111 1111 1111 1111 declined', 'card [number] declined'],
  ['error E42 in 2024', 'error E42 in 2024'],
  ['https://example.com/reset?token=abc does not open', '[link] does not open'],
  ['１２３４５６ in full width', '[number] in full width'],
  ['رقمي ٠١٢٣٤٥٦٧٨٩ شكرا', 'رقمي [number] شكرا'],
  ['मेरा नंबर ९८७६५४३२१०', 'मेरा नंबर [number]'],
  ['电话一三八零零一三八零零零', '电话[number]'],
  ['𝟜𝟙𝟙𝟙𝟙𝟙 and ①②③④⑤⑥ and 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣', '[number] and [number] and [number]'],
  ['4111–1111—1111−1111', '[number]'],
  ['4111 1111 1111‑1111', '[number]'],
  ['030·123·456', '[number]'],
  ['12\u200b34\u00ad56', '[number]'],
  ['ann＠example．com asks', '[address] asks'],
  ['ann @ example.com asks', '[address] asks'],
  ['ann@localhost or @ann_b', '[address] or [address]'],
  ['ann (at) example.com asks', '[address] asks'],
  ['example.com/reset?token=abc does not open', '[link] does not open'],
  ['see www.example.com/me, HTTP://EXAMPLE.COM', 'see [link] [link]'],
  ['ｅｘａｍｐｌｅ．ｃｏｍ／ｍｅ', '[link]'],
  ['例え.jp/私', '[link]'],
  ['/account?email=x&id=7 is empty', '[link] is empty'],
  ['signal://me/5 or localhost.test:8080/a', '[link] or [link]'],
  ['example.com is down', 'example.com is down'],
  ['errors 404, 500, 301', 'errors 404, 500, 301'],
  ['open at 9:30, close 12:45', 'open at 9:30, close 12:45'],
])('of “%s” leaves “%s”', (query, left) => {
  expect(redactQuery(query)).toBe(left);
});

it('leaves no six digits in a row and nothing longer than 300 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 600 }), (text) => {
      const left = redactQuery(text);
      expect(left).not.toMatch(/\p{Nd}{6}|[@＠]|:\/\//u);
      expect(left.length).toBeLessThanOrEqual(300);
    }),
  );
});

it('takes out any number of six digits or more, in the digits of any script and however it is grouped', () => {
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x1d7d8];
  const digit = fc
    .record({ zero: fc.constantFrom(...zeros), value: fc.nat(9) })
    .map(({ zero, value }) => String.fromCodePoint(zero + value));
  const sign = fc.constantFrom(...' -–—−‑‒.·•/\\()[]_*~|’\u00a0\u2009\u202f\u3000\u200b\u00ad\u2060');
  const between = fc.array(sign, { maxLength: 3 }).map((signs) => signs.join(''));
  const number = fc
    .record({ first: digit, others: fc.array(fc.tuple(between, digit), { minLength: 5, maxLength: 20 }) })
    .map(({ first, others }) => first + others.flat().join(''));
  fc.assert(
    fc.property(number, (text) => {
      expect(redactQuery(`my number is ${text} thanks`)).toBe('my number is [number] thanks');
    }),
    { numRuns: 2000 },
  );
});

it('takes out any mail address and any address with a path or a query, however its signs are written', () => {
  const label = fc.stringMatching(/^[a-zé例а-я][a-z0-9é例а-я]{0,8}$/u);
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const host = fc.tuple(label, fc.constantFrom('com', 'co.uk', 'de', 'рф')).map((parts) => parts.join('.'));
  const address = fc.oneof(
    fc.tuple(label, host).map((parts) => ['[address]', parts.join('@')] as const),
    fc
      .tuple(fc.constantFrom('', 'https://', 'www.', 'ftp://'), host, fc.constantFrom('/', '?', '/a/b?c=', '#'), label)
      .map((parts) => ['[link]', parts.join('')] as const),
  );
  fc.assert(
    fc.property(address, fc.boolean(), ([left, text], isWide) => {
      expect(redactQuery(`about ${isWide ? wide(text) : text} please`)).toBe(`about ${left} please`);
    }),
    { numRuns: 2000 },
  );
});

describe('of a tracked search', () => {
  const search = (query?: string): TrackedEvent => ({
    type: 'search',
    ...(query !== undefined && { query }),
    length: 6,
    verdict: 'none',
    tier: 'lexical',
    results: 0,
    rank: null,
    article: null,
  });

  it('the words stay on the device unless the owner asks for them', () => {
    expect(redactEvent(search('refund'), false)).toEqual(search());
  });

  it('the words are sent redacted, and left out where nothing is left of them', () => {
    expect(redactEvent(search('refund to ann@example.com'), true)).toEqual(search('refund to [address]'));
    expect(redactEvent(search('  '), true)).toEqual(search());
  });

  it('the same holds for the words of a reader whom an article did not help', () => {
    const unhelped: TrackedEvent = { type: 'not-helpful', article: 'refunds', reason: null };
    const wrote = (query: string): TrackedEvent => ({ ...unhelped, query });
    expect(redactEvent(wrote('call 0170 1234567'), false)).toEqual(unhelped);
    expect(redactEvent(wrote('call 0170 1234567'), true)).toEqual(wrote('call [number]'));
    expect(redactEvent(unhelped, true)).toEqual(unhelped);
  });

  it('everything else goes along, as do all other events', () => {
    const open: TrackedEvent = { type: 'open', article: 'refund-time', from: 'search' };
    expect(redactEvent(open, false)).toBe(open);
  });
});
