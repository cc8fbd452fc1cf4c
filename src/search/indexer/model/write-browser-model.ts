import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { asStep, silentProgress } from '../../../terminal/progress.ts';
import type { BrowserCopy, ModelFile } from '../../core/index/browser-copy.ts';
import { browserEncoder } from './browser-encoder.ts';
import type { CompressOptions } from './compress-model.ts';
import { runtimeFiles } from './runtime-files.ts';

export interface BrowserModel {
  /** File name below the folder of the index files → content: `model/encoder.1a2b3c4d5e.bin`. */
  files: Map<string, Uint8Array>;
  /** Goes into the index manifest, from which the page starts the deep tier. */
  copy: BrowserCopy;
}

/**
 * Everything the deep tier downloads, under names that carry a hash of the content.
 *
 * @throws ModelError when the model is absent or not understood.
 */
export async function writeBrowserModel(
  settings: ModelSettings,
  { cache = cacheFolder(), ...options }: Partial<CompressOptions> = {},
): Promise<BrowserModel> {
  const { encoder, tokenizer, maxTokens } = await browserEncoder(settings, { cache, ...options });
  const { runtime, loader } = await asStep(
    options.progress ?? silentProgress,
    'Compressing the runtime for browsers',
    () => runtimeFiles(cache),
  );
  const files = new Map<string, Uint8Array>();
  const add = (part: string, extension: string, content: Uint8Array, bytes = content.length): ModelFile => {
    const name = `model/${part}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`;
    files.set(name, content);
    return { name, bytes };
  };
  const named = {
    encoder: add('encoder', 'bin', encoder),
    tokenizer: add('tokenizer', 'bin', tokenizer),
    runtime: add('runtime', 'bin', runtime),
    // Hosts compress scripts by themselves.
    loader: add('loader', 'js', loader, gzipSync(loader).length),
  };
  return {
    files,
    copy: {
      files: named,
      bytes: Object.values(named).reduce((sum, { bytes }) => sum + bytes, 0),
      maxTokens,
      queryPrefix: settings.queryPrefix,
      pooling: settings.pooling,
      dimensions: settings.dimensions,
    },
  };
}
