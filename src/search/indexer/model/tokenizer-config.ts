import { z } from 'zod';

const kindSchema = z.object({ model: z.object({ type: z.string().optional(), vocab: z.unknown() }) });

/**
 * Whether a `tokenizer.json` cuts by the best path of a unigram model (Kudo 2018), as SentencePiece's do. Older files do not
 * say so, but list their pieces with scores.
 */
export function isUnigram(tokenizer: unknown): boolean {
  const parsed = kindSchema.safeParse(tokenizer);
  if (!parsed.success) return false;
  const { type, vocab } = parsed.data.model;
  return type === 'Unigram' || (type === undefined && Array.isArray(vocab));
}

/** The `tokenizer_config.json` of a BERT tokenizer, or of XLM-RoBERTa's. */
export function tokenizerConfig(tokenizer: unknown, maxTokens: number) {
  return isUnigram(tokenizer)
    ? {
        tokenizer_class: 'PreTrainedTokenizer',
        model_max_length: maxTokens,
        bos_token: '<s>',
        eos_token: '</s>',
        cls_token: '<s>',
        sep_token: '</s>',
        pad_token: '<pad>',
        unk_token: '<unk>',
        mask_token: '<mask>',
      }
    : {
        tokenizer_class: 'BertTokenizer',
        model_max_length: maxTokens,
        do_lower_case: true,
        cls_token: '[CLS]',
        sep_token: '[SEP]',
        pad_token: '[PAD]',
        unk_token: '[UNK]',
        mask_token: '[MASK]',
      };
}
