import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The Vite plugin that keeps ONNX Runtime's WebAssembly out of the bundle: the deep tier loads it
 * from the index files, compressed on every host, where Vite would write 14 MB beside them.
 */
export function aliasOnnxRuntime() {
  const folder = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
  return {
    name: 'signpost:alias-onnx-runtime',
    config: () => ({
      resolve: { alias: [{ find: /^onnxruntime-web\/wasm$/, replacement: join(folder, 'ort.wasm.min.mjs') }] },
    }),
  };
}
