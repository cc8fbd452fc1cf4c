import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createFolderAtomically } from '../../../cache/atomic-write.ts';
import { gzip } from './gzip.ts';

const require = createRequire(import.meta.url);

/**
 * ONNX Runtime for browsers: the CPU-only build (a third of the default one's
 * bytes), gzipped because not every host compresses WebAssembly, and the module that loads it.
 *
 * @param cache Compressing takes seconds and is done once for each version.
 */
export async function runtimeFiles(cache: string): Promise<{ runtime: Uint8Array; loader: Uint8Array }> {
  const wasm = require.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
  const { version } = JSON.parse(await readFile(join(dirname(wasm), '../package.json'), 'utf8')) as { version: string };
  const folder = join(cache, 'runtime', version);
  if (!existsSync(folder)) {
    const runtime = gzip(await readFile(wasm));
    await createFolderAtomically(folder, (temporary) => writeFile(join(temporary, 'runtime.bin'), runtime));
  }
  const [runtime, loader] = await Promise.all([
    readFile(join(folder, 'runtime.bin')),
    readFile(require.resolve('onnxruntime-web/ort-wasm-simd-threaded.mjs')),
  ]);
  return { runtime, loader };
}
