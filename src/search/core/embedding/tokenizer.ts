/**
 * The definition of a tokenizer from its file. A pruned model's file holds the vocabulary as
 * a list of word pieces, each numbered by its index; the definition holds it as a record.
 *
 * @throws SyntaxError when the file is no JSON.
 */
export function tokenizerDefinition(file: Uint8Array): object {
  const definition = JSON.parse(new TextDecoder().decode(file)) as { model: { vocab: unknown } };
  const { vocab } = definition.model;
  if (Array.isArray(vocab) && typeof vocab[0] === 'string') {
    definition.model.vocab = Object.fromEntries(vocab.map((piece: string, number) => [piece, number]));
  }
  return definition;
}

/** The first word pieces and the closing special one, at most `limit` in all. */
export function truncateTokens(pieces: number[], limit: number): number[] {
  return pieces.length <= limit ? pieces : [...pieces.slice(0, limit - 1), pieces.at(-1)!];
}
