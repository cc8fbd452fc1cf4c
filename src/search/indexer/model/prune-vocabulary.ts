import { z } from 'zod';
import { ModelError } from './model-error.ts';
import type { PieceFilter, VocabularyKind } from './piece-filter.ts';
import { isUnigram } from './tokenizer-config.ts';

/** The parts of a `tokenizer.json` that hold numbers of pieces; the rest is carried along. */
const shared = {
  added_tokens: z.array(z.looseObject({ id: z.int(), content: z.string() })),
  post_processor: z.looseObject({
    special_tokens: z.record(z.string(), z.looseObject({ ids: z.array(z.int()), tokens: z.array(z.string()) })),
  }),
};
const unigramSchema = z.looseObject({
  ...shared,
  model: z.looseObject({
    type: z.literal('Unigram').default('Unigram'),
    unk_id: z.int().nonnegative(),
    vocab: z.array(z.tuple([z.string(), z.number()])),
  }),
});
const wordPieceSchema = z.looseObject({
  ...shared,
  model: z.looseObject({
    type: z.literal('WordPiece').default('WordPiece'),
    vocab: z.record(z.string(), z.int().nonnegative()),
  }),
});

export interface PrunedVocabulary {
  /**
   * A `tokenizer.json` whose `model.vocab` is the list of pieces, each numbered by its place; those of a unigram model
   * with their scores.
   */
  tokenizer: unknown;
  /** The old number of each piece, by its new number. */
  kept: number[];
}

/**
 * Leaves pieces out of a tokenizer and numbers the rest anew, in the order of their letters, in which a list compresses to
 * half the size of the original record. Special pieces such as [CLS] always stay. A text none of whose pieces were left
 * out is cut exactly as before.
 *
 * @param filterOf Which pieces stay, of a vocabulary of that kind (with the sign of their place in the word, if any).
 * @throws ModelError when the tokenizer is of another kind.
 */
export function pruneVocabulary(
  tokenizer: unknown,
  filterOf: (kind: VocabularyKind) => PieceFilter,
  where: string,
): PrunedVocabulary {
  const parsed = parse(tokenizer, where);
  const { model, added_tokens: added, post_processor: processor } = parsed;
  const keeps = filterOf(model.type);
  const special = new Set(added.map((token) => token.content));
  const vocabulary: [piece: string, number: number][] =
    model.type === 'Unigram' ? model.vocab.map(([piece], number) => [piece, number]) : Object.entries(model.vocab);
  const pieces = vocabulary
    .filter(([piece, number]) => special.has(piece) || keeps(piece, number))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = new Map(pieces.map(([piece], number) => [piece, number]));
  return {
    kept: pieces.map(([, old]) => old),
    tokenizer: {
      ...parsed,
      normalizer: withoutCharsmap(parsed.normalizer),
      added_tokens: added.map((token) => ({ ...token, id: numbers.get(token.content)! })),
      post_processor: {
        ...processor,
        special_tokens: Object.fromEntries(
          Object.entries(processor.special_tokens).map(([name, token]) => [
            name,
            { ...token, ids: token.tokens.map((piece) => numbers.get(piece)!) },
          ]),
        ),
      },
      model:
        model.type === 'Unigram'
          ? {
              ...model,
              unk_id: numbers.get(model.vocab[model.unk_id]?.[0] ?? '')!,
              vocab: pieces.map(([piece, old]) => [piece, rounded(model.vocab[old]![1])]),
            }
          : { ...model, vocab: pieces.map(([piece]) => piece) },
    },
  };
}

function parse(tokenizer: unknown, where: string) {
  const parsed = isUnigram(tokenizer) ? unigramSchema.safeParse(tokenizer) : wordPieceSchema.safeParse(tokenizer);
  if (parsed.success) return parsed.data;
  throw new ModelError({
    where,
    found: `a tokenizer without ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
    expected: 'a WordPiece tokenizer as BERT has, or a Unigram one as XLM-RoBERTa has',
    todo: 'Name another model in site.yaml under search.models.',
  });
}

/** Log probabilities to the thousandth: paths that lie closer are as good as equal. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

const normalizerSchema = z.looseObject({ type: z.string(), normalizers: z.array(z.unknown()).optional() });

/** The browser's library has the map of SentencePiece built in, and reads no other. */
function withoutCharsmap(normalizer: unknown): unknown {
  const parsed = normalizerSchema.safeParse(normalizer);
  if (!parsed.success) return normalizer;
  const { type, normalizers } = parsed.data;
  if (type === 'Precompiled') return { type, precompiled_charsmap: '' };
  return normalizers ? { ...parsed.data, normalizers: normalizers.map(withoutCharsmap) } : normalizer;
}
