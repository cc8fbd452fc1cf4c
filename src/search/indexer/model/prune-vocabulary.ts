import { z } from 'zod';
import { ModelError } from './model-error.ts';

/** The parts of a `tokenizer.json` that hold numbers of word pieces; the rest is carried along. */
const wordPieceSchema = z.looseObject({
  added_tokens: z.array(z.looseObject({ id: z.int(), content: z.string() })),
  post_processor: z.looseObject({
    special_tokens: z.record(z.string(), z.looseObject({ ids: z.array(z.int()), tokens: z.array(z.string()) })),
  }),
  model: z.looseObject({
    type: z.literal('WordPiece').default('WordPiece'),
    vocab: z.record(z.string(), z.int().nonnegative()),
  }),
});

/** Scripts that the codes of CLDR stand for when a language is written in several at once. */
const composite: Record<string, string[]> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};

export interface PrunedVocabulary {
  /** A `tokenizer.json` whose `model.vocab` is the list of word pieces, each numbered by its place. */
  tokenizer: unknown;
  /** The old number of each word piece, by its new number. */
  kept: number[];
}

/**
 * Leaves word pieces out of a WordPiece tokenizer and numbers the rest anew, in the order of
 * their letters, in which the list compresses to half the size of the original record.
 * Special pieces such as [CLS] always stay. A text none of whose pieces were left out is cut
 * exactly as before.
 *
 * @param keeps Whether a piece (with its leading ##, if any) stays.
 * @throws ModelError when the tokenizer is of another kind.
 */
export function pruneVocabulary(
  tokenizer: unknown,
  keeps: (piece: string) => boolean,
  where: string,
): PrunedVocabulary {
  const parsed = wordPieceSchema.safeParse(tokenizer);
  if (!parsed.success) {
    throw new ModelError({
      where,
      found: `a tokenizer without ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
      expected: 'a WordPiece tokenizer as BERT has',
      todo: 'Name another model in content/site.yaml under search.model.',
    });
  }
  const { model, added_tokens: added, post_processor: processor } = parsed.data;
  const special = new Set(added.map((token) => token.content));
  const pieces = Object.entries(model.vocab)
    .filter(([piece]) => special.has(piece) || keeps(piece))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = new Map(pieces.map(([piece], number) => [piece, number]));
  return {
    kept: pieces.map(([, old]) => old),
    tokenizer: {
      ...parsed.data,
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
      model: { ...model, vocab: pieces.map(([piece]) => piece) },
    },
  };
}

/**
 * Tells which word pieces the languages of a site can need: those whose letters are Latin
 * (product names and addresses stand in every language) or of a script that one of the
 * languages is written in. Digits and signs always stay; [unused…] places never do.
 *
 * @param languages Language tags; "*" keeps every script.
 */
export function scriptFilter(languages: string[]): (piece: string) => boolean {
  const named = (piece: string) => !/^\[unused\d+\]$/.test(piece);
  if (languages.includes('*')) return named;
  const codes = languages.map((language) => new Intl.Locale(language).maximize().script ?? 'Latn');
  const scripts = new Set(['Latn', 'Zyyy', 'Zinh', ...codes.flatMap((code) => composite[code] ?? [code])]);
  const classes = [...scripts].map((script) => `\\p{Script=${script}}`).join('');
  const foreignLetter = new RegExp(`(?=[\\p{L}\\p{M}])[^${classes}]`, 'u');
  return (piece) => named(piece) && !foreignLetter.test(piece);
}
