/**
 * A `tokenizer.json` of SentencePiece's unigram kind, as XLM-RoBERTa has it: text in SentencePiece's normal form, `▁` for
 * each space and before the text, cut by the most probable path, between the opening and the closing piece.
 *
 * @param pieces Text and log probability of each, by its number.
 */
export function unigramTokenizer(
  pieces: [piece: string, score: number][],
  special: Record<'opening' | 'closing' | 'padding' | 'unknown', number>,
) {
  const nameOf = (number: number) => pieces[number]![0];
  const mask = pieces.findIndex(([piece]) => piece === '<mask>');
  const added = [...Object.values(special), ...(mask < 0 ? [] : [mask])].sort((one, other) => one - other);
  const metaspace = { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' };
  const template = (number: number) => ({ SpecialToken: { id: nameOf(number), type_id: 0 } });
  return {
    version: '1.0',
    added_tokens: added.map((id) => ({ id, content: nameOf(id), special: true, normalized: false })),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        // What it maps is built into the library.
        { type: 'Precompiled', precompiled_charsmap: '' },
        { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' },
      ],
    },
    pre_tokenizer: metaspace,
    post_processor: {
      type: 'TemplateProcessing',
      single: [template(special.opening), { Sequence: { id: 'A', type_id: 0 } }, template(special.closing)],
      pair: [],
      special_tokens: Object.fromEntries(
        [special.opening, special.closing].map((number) => [
          nameOf(number),
          { id: nameOf(number), ids: [number], tokens: [nameOf(number)] },
        ]),
      ),
    },
    decoder: metaspace,
    model: { type: 'Unigram', unk_id: special.unknown, vocab: pieces },
  };
}
