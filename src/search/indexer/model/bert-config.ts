import { z } from 'zod';
import { ModelError } from './model-error.ts';

/** The part of a BERT `config.json` that shapes the graph. */
const bertConfigSchema = z.object({
  model_type: z.literal('bert'),
  hidden_size: z.int().positive(),
  intermediate_size: z.int().positive(),
  num_hidden_layers: z.int().positive(),
  num_attention_heads: z.int().positive(),
  max_position_embeddings: z.int().positive(),
  layer_norm_eps: z.number().positive(),
  hidden_act: z.literal('gelu'),
  position_embedding_type: z.literal('absolute').default('absolute'),
});

export type BertConfig = z.infer<typeof bertConfigSchema>;

/** @throws ModelError naming each field that does not fit. */
export function parseBertConfig(value: unknown, where: string): BertConfig {
  const result = bertConfigSchema.safeParse(value);
  if (result.success) return result.data;
  const found = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new ModelError({
    where,
    found,
    expected: 'the configuration of a BERT encoder with GELU and absolute positions',
    todo: 'Name another model in site.yaml under search.models, or export this one to ONNX and use source: local.',
  });
}
