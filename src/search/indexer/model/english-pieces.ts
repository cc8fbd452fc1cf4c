import { z } from 'zod';
import { memoize } from '../../../cache/memoize.ts';
import { ENGLISH_MODEL } from '../../../schemas/search-settings.ts';
import { readNpmModel } from './npm-source.ts';

const tokenizerSchema = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/**
 * The word pieces of Signpost's English model, which tell English words from those of the other languages in a
 * vocabulary of all.
 *
 * @throws ModelError when the model's package is not installed.
 */
export const englishPieces = memoize(async (): Promise<ReadonlySet<string>> => {
  const { tokenizer } = await (await readNpmModel(ENGLISH_MODEL.name)).read();
  return new Set(Object.keys(tokenizerSchema.parse(tokenizer).model.vocab));
});
