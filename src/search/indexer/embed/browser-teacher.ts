import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createFolderAtomically } from '../../../cache/atomic-write.ts';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { silentProgress } from '../../../terminal/progress.ts';
import { tokenizerDefinition } from '../../core/embedding/tokenizer.ts';
import { chooseSource } from '../model/choose-source.ts';
import { type CompressOptions, compressModel } from '../model/compress-model.ts';
import { tokenizerConfig } from '../model/tokenizer-config.ts';
import { loadTeacher, type Teacher } from './teacher.ts';

/**
 * The browser's copy of the model, run in Node: its query vectors are those that visitors
 * get, so what is measured with them is what visitors see. A model from a folder is
 * not compressed, and its copy is the teacher itself.
 *
 * @throws ModelError when the model is absent or not understood.
 */
export async function loadBrowserTeacher(
  settings: ModelSettings,
  { cache = cacheFolder(), ...options }: Partial<CompressOptions> = {},
): Promise<Teacher> {
  if (settings.source === 'local') return loadTeacher(settings, { cache, progress: options.progress });
  const { id, encoder, tokenizer, maxTokens } = await compressModel(settings, { cache, ...options });
  const folder = join(cache, 'models', `${id}-unpacked`);
  if (!existsSync(folder)) {
    const source = await chooseSource(settings, { cache, progress: options.progress ?? silentProgress });
    await source.fetch(options.progress ?? silentProgress);
    const { config } = await source.read();
    const definition = tokenizerDefinition(gunzipSync(tokenizer));
    await createFolderAtomically(folder, async (temporary) => {
      await mkdir(join(temporary, 'onnx'));
      await writeFile(join(temporary, 'onnx/model_quantized.onnx'), gunzipSync(encoder));
      await writeFile(join(temporary, 'tokenizer.json'), JSON.stringify(definition));
      await writeFile(join(temporary, 'tokenizer_config.json'), JSON.stringify(tokenizerConfig(definition, maxTokens)));
      await writeFile(join(temporary, 'config.json'), JSON.stringify(config));
    });
  }
  return loadTeacher({ ...settings, source: 'local', name: folder }, { cache, progress: options.progress });
}
