import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { type CompressOptions, compressModel } from './compress-model.ts';
import { type CompressedEncoder, gzipOnce } from './compressed-encoder.ts';
import { locateLocalModel } from './locate-model.ts';
import { openModel } from './open-model.ts';

/**
 * The browser's copy of the model that the settings name. One from a folder is taken as
 * it is, since its form is unknown; others are compressed.
 *
 * @throws ModelError when the model is absent or not understood.
 */
export async function browserEncoder(settings: ModelSettings, options: CompressOptions): Promise<CompressedEncoder> {
  if (settings.source !== 'local') return compressModel(settings, options);
  const model = await openModel(settings, options);
  const { graph, folder } = locateLocalModel(settings.name);
  const files = await gzipOnce(join(options.cache, 'models', `${model.id}-browser`), async () => ({
    encoder: await readFile(graph),
    tokenizer: await readFile(join(folder, 'tokenizer.json')),
  }));
  return { ...files, maxTokens: model.maxTokens };
}
