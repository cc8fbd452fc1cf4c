import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesAddress, choicesIn } from '../../../../src/components/search/choices-address.ts';
import { searchAddress } from '../../../../src/components/search/question-address.ts';

test('an address says what was chosen beside the question, and nothing where nothing was', () => {
  expect(choicesAddress('/en/search/', 'refnud', { asTyped: true })).toBe('/en/search/?q=refnud&typed=1');
  expect(choicesAddress('/en/search/', 'refnud')).toBe('/en/search/?q=refnud');
  expect(choicesAddress('/en/search/', '')).toBe('/en/search/');
});

test('any question and choice comes back from its address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.boolean(), (query, asTyped) => {
      const { search, searchParams } = new URL(choicesAddress('/s/', query, { asTyped }), 'https://help.example');
      expect(choicesIn(search)).toEqual(asTyped ? { asTyped } : {});
      expect(searchParams.get('q')).toBe(
        new URL(searchAddress('/s/', query), 'https://help.example').searchParams.get('q'),
      );
    }),
  );
});

test('an address names the variants that are wanted, and nothing that cannot be one', () => {
  expect(choicesAddress('/en/search/', 'unlock', { variants: ['android'] })).toBe('/en/search/?q=unlock&for=android');
  const { search } = new URL(
    choicesAddress('/s/', 'unlock', { variants: ['ios', 'pro-plus'] }),
    'https://help.example',
  );
  expect(choicesIn(search)).toEqual({ variants: ['ios', 'pro-plus'] });
  expect(choicesIn('?q=unlock&for=')).toEqual({});
  expect(choicesIn('?q=unlock&for=<b>,,Android,..,ios')).toEqual({ variants: ['ios'] });
});
