import { AutoModel, env, Tensor } from '@huggingface/transformers';
import { pool } from '../../core/embedding/pool.ts';
import type { Precision } from './prepare-model.ts';

/** Where a network is and how it is to be run. */
export interface NetworkOptions {
  /** Folder in Transformers.js layout. */
  path: string;
  dtype: Precision;
  pooling: 'mean' | 'cls';
}

/** Vectors of texts given as word pieces, equally many each. */
export type Network = (texts: readonly (readonly number[])[]) => Promise<Float32Array[]>;

/** Lets the library read folders, and nothing from the network. */
export function readFoldersOnly(): void {
  env.localModelPath = '';
  env.allowRemoteModels = false;
}

/**
 * Opens a network that takes one core; several side by side keep all of them busy, see network-threads.ts. ONNX Runtime's
 * own threads wait for each other in a loop: with two of them the same texts cost twice the processor's time, and beside
 * the rendering of pages, on two cores, took two to four times as long. Asleep while they wait they cost a tenth more, but two
 * thirds of the work is left to the first one.
 */
export async function openNetwork({ path, dtype, pooling }: NetworkOptions): Promise<Network> {
  readFoldersOnly();
  const model = await AutoModel.from_pretrained(path, {
    local_files_only: true,
    dtype,
    device: 'cpu',
    session_options: { intraOpNumThreads: 1 },
  });
  return async (texts) => {
    const length = texts[0]!.length;
    const ids = BigInt64Array.from(texts.flat(), BigInt);
    const shape = [texts.length, length];
    const inputs = {
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
    };
    const { last_hidden_state: hidden } = (await model(inputs)) as {
      last_hidden_state: { data: Float32Array; dims: number[] };
    };
    return pool(hidden.data, { length, dimensions: hidden.dims[2]!, pooling });
  };
}
