import { Tokenizer } from '@huggingface/tokenizers';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { pool } from '../../core/embedding/pool.ts';
import { tokenizerDefinition, truncateTokens } from '../../core/embedding/tokenizer.ts';
import type { BrowserCopy } from '../../core/index/browser-copy.ts';
import { maskLongNumbers } from '../../core/semantic/long-numbers.ts';
import type { DeepFiles } from './load-files.ts';

/** Gives a query's vector of length 1. */
export type EncodeQuery = (query: string) => Promise<Float32Array>;

/**
 * Starts the network on one thread of this worker: no cross-origin isolation is needed, and
 * a query is too short to gain from more.
 *
 * @throws Error (by rejection) when the files do not fit together or memory is short.
 */
export async function startQueryEncoder(files: DeepFiles, copy: BrowserCopy): Promise<EncodeQuery> {
  const tokenizer = new Tokenizer(tokenizerDefinition(files.tokenizer), {});
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = files.runtime.buffer as ArrayBuffer;
  env.wasm.wasmPaths = { mjs: files.loader };
  const session = await InferenceSession.create(files.encoder, { executionProviders: ['wasm'] });
  // Compiled by now; frees 14 MB, which matters on a phone.
  env.wasm.wasmBinary = undefined;

  return async (query) => {
    const pieces = truncateTokens(tokenizer.encode(copy.queryPrefix + maskLongNumbers(query)).ids, copy.maxTokens);
    const integers = (values: number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, pieces.length]);
    const inputs: Record<string, Tensor> = {
      input_ids: integers(pieces),
      attention_mask: integers(pieces.map(() => 1)),
      token_type_ids: integers(pieces.map(() => 0)),
    };
    const feeds = Object.fromEntries(session.inputNames.map((name) => [name, inputs[name]!]));
    const output = (await session.run(feeds)).last_hidden_state;
    const shape = { length: pieces.length, dimensions: copy.dimensions, pooling: copy.pooling };
    return pool(output?.data as Float32Array, shape)[0]!;
  };
}
