/**
 * The two arguments of a Tokenizer from the tokenizer file: its vocabulary is stored as a
 * list of word pieces, each numbered by its place, and used as a record. Models that were
 * not shrunk have a record already.
 *
 * @throws SyntaxError when the file is no JSON.
 */
export function readTokenizer(file: Uint8Array): [definition: object, settings: object] {
  const definition = JSON.parse(new TextDecoder().decode(file)) as { model: { vocab: unknown } };
  const { vocab } = definition.model;
  if (Array.isArray(vocab) && typeof vocab[0] === 'string') {
    definition.model.vocab = Object.fromEntries(vocab.map((piece: string, number) => [piece, number]));
  }
  return [definition, {}];
}
