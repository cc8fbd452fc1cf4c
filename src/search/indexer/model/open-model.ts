import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PreTrainedModel, PreTrainedTokenizer } from '@huggingface/transformers';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { pool } from '../../core/embedding/pool.ts';
import { locateLocalModel } from './locate-model.ts';
import { ModelError } from './model-error.ts';
import { type Precision, prepareModel } from './prepare-model.ts';

/** A tokenizer and a network, ready to run. */
export interface OpenedModel {
  id: string;
  maxTokens: number;
  vocabulary: string[];
  /** @param special Whether the model's opening and closing pieces are added. */
  encode(text: string, special: boolean): number[];
  /** Vectors of texts given as word pieces, equally many each. */
  run(texts: number[][]): Promise<Float32Array[]>;
}

/**
 * Threads of the network sleep while they have nothing to do. As they come they wait in a loop, which costs another half
 * of the processor's time where both cores are free, and where pages are rendered beside it keeps those from it that
 * they wait for: the same texts then took three times as long.
 */
const SESSION = { extra: { session: { intra_op: { allow_spinning: '0' } } } };

interface ModelLocation {
  id: string;
  /** Folder, or id on the hub. */
  path: string;
  dtype: Precision;
  remote: boolean;
}

/** @throws ModelError when the model is absent, incomplete or gives vectors of another length than the settings say. */
export async function openModel(
  settings: ModelSettings,
  options: { cache: string; precision?: Precision; progress?: ProgressSink },
): Promise<OpenedModel> {
  const location = await locateModel(settings, options);
  const { AutoModel, AutoTokenizer, Tensor, env } = await import('@huggingface/transformers');
  env.localModelPath = '';
  env.allowRemoteModels = location.remote;
  env.cacheDir = join(options.cache, 'hub');
  const loading = { local_files_only: !location.remote };

  const tokenizer: PreTrainedTokenizer = await explain(settings, () =>
    AutoTokenizer.from_pretrained(location.path, loading),
  );
  let network: Promise<PreTrainedModel> | undefined;
  const load = () =>
    explain(settings, () =>
      AutoModel.from_pretrained(location.path, {
        ...loading,
        dtype: location.dtype,
        device: 'cpu',
        session_options: SESSION,
      }),
    );

  return {
    id: location.id,
    maxTokens: Math.min(Number(tokenizer.model_max_length) || 512, 512),
    vocabulary: vocabularyOf(tokenizer),
    encode: (text, special) => tokenizer.encode(text, { add_special_tokens: special }),
    async run(texts) {
      const model = await (network ??= load());
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
      const dimensions = hidden.dims[2]!;
      if (dimensions !== settings.dimensions) throw wrongDimensions(settings, dimensions);
      return pool(hidden.data, { length, dimensions, pooling: settings.pooling });
    },
  };
}

async function locateModel(
  settings: ModelSettings,
  options: { cache: string; precision?: Precision; progress?: ProgressSink },
): Promise<ModelLocation> {
  if (settings.source === 'npm') {
    const { id, folder } = await prepareModel(settings.name, options);
    return { id, path: folder, dtype: options.precision ?? 'q8', remote: false };
  }
  if (settings.source === 'local') {
    const { folder, precision, graph } = locateLocalModel(settings.name);
    return { id: `local-${await fingerprint(graph)}`, path: folder, dtype: precision, remote: false };
  }
  return { id: `hub-${settings.name.replaceAll(/[^\w.-]+/g, '-')}-q8`, path: settings.name, dtype: 'q8', remote: true };
}

async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex').slice(0, 12);
}

function vocabularyOf(tokenizer: PreTrainedTokenizer): string[] {
  const pieces: string[] = [];
  for (const [piece, number] of tokenizer.get_vocab()) pieces[number] = piece;
  return pieces;
}

/** Turns the library's failures into one message that says which setting they come from. */
async function explain<T>(settings: ModelSettings, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hub = settings.source === 'hub';
    throw new ModelError(
      {
        where: `search.model in content/site.yaml, ${settings.source} model "${settings.name}"`,
        found: `a model that does not load (${reason.split('\n')[0]})`,
        expected: hub ? 'a model that the hub serves in ONNX form' : 'readable ONNX and tokenizer files',
        todo: hub
          ? 'Check the name and the connection to the hub, or remove search.model to use the model that Signpost installs.'
          : 'Delete the folder .cache/models and build again, or correct the model’s folder.',
      },
      { cause },
    );
  }
}

function wrongDimensions(settings: ModelSettings, found: number): ModelError {
  return new ModelError({
    where: 'search.model.dimensions in content/site.yaml',
    found: `${settings.dimensions}, while ${settings.name} gives vectors of ${found}`,
    expected: String(found),
    todo: `Set dimensions: ${found}.`,
  });
}
