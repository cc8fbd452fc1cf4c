import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { type CompressOptions, compressModel } from './compress-model.ts';
import { type CompressedEncoder, gzipOnce } from './compressed-encoder.ts';
import { locateLocalModel } from './locate-model.ts';
import { openModel } from './open-model.ts';

/**
 * The browser's copy of the model that the settings name. One from npm is compressed; one from a
 * folder or a hub is taken as it is, since its form is unknown.
 *
 * @throws ModelError when the model is absent or not understood.
 */
export async function browserEncoder(settings: ModelSettings, options: CompressOptions): Promise<CompressedEncoder> {
  if (settings.source === 'npm') return compressModel(settings, options);
  const model = await openModel(settings, options);
  // Running it once makes the library fetch a hub's files into its cache.
  if (settings.source === 'hub') await model.run([model.encode('', true)]);
  const name = settings.source === 'hub' ? join(options.cache, 'hub', settings.name) : settings.name;
  const { graph, folder } = locateLocalModel(name);
  const files = await gzipOnce(join(options.cache, 'models', `${model.id}-browser`), async () => ({
    encoder: await readFile(graph),
    tokenizer: await readFile(join(folder, 'tokenizer.json')),
  }));
  return { ...files, maxTokens: model.maxTokens };
}
