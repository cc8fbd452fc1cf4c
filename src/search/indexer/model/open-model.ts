import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { locateLocalModel } from './locate-model.ts';
import { ModelError } from './model-error.ts';
import type { Network } from './network.ts';
import { networkThreads } from './network-threads.ts';
import { type Precision, prepareModel } from './prepare-model.ts';

/** A tokenizer and a network, ready to run. */
export interface OpenedModel {
  id: string;
  /** The same for a model's weights in whatever precision, as their ways bring them: what is learned of one holds for the other. */
  family: string;
  maxTokens: number;
  vocabulary: string[];
  /** @param special Whether the model's opening and closing pieces are added. */
  encode(text: string, special: boolean): number[];
  /** Runs the network; as many batches at once as are asked for, on all cores. */
  run: Network;
  /** Gives back what the network works in, where it was much used; until it is run again. */
  rest(): void;
}

interface ModelLocation {
  id: string;
  family: string;
  /** Folder in Transformers.js layout. */
  path: string;
  dtype: Precision;
}

/** @throws ModelError when the model is absent, incomplete or gives vectors of another length than the settings say. */
export async function openModel(
  settings: ModelSettings,
  options: { cache: string; precision?: Precision; progress?: ProgressSink },
): Promise<OpenedModel> {
  const location = await locateModel(settings, options);
  const { path, dtype } = location;
  // Half a second of loading, which a site searched by words alone does not need.
  const [{ AutoTokenizer }, { readFoldersOnly }] = await Promise.all([
    import('@huggingface/transformers'),
    import('./network.ts'),
  ]);
  readFoldersOnly();
  const tokenizer: PreTrainedTokenizer = await explain(settings, () =>
    AutoTokenizer.from_pretrained(path, { local_files_only: true }),
  );
  const { run, rest } = networkThreads({ path, dtype, pooling: settings.pooling });

  return {
    id: location.id,
    family: location.family,
    maxTokens: Math.min(Number(tokenizer.model_max_length) || 512, 512),
    vocabulary: vocabularyOf(tokenizer),
    encode: (text, special) => tokenizer.encode(text, { add_special_tokens: special }),
    async run(texts) {
      const vectors = await explain(settings, () => run(texts));
      const dimensions = vectors[0]!.length;
      if (dimensions !== settings.dimensions) throw wrongDimensions(settings, dimensions);
      return vectors;
    },
    rest,
  };
}

async function locateModel(
  settings: ModelSettings,
  options: { cache: string; precision?: Precision; progress?: ProgressSink },
): Promise<ModelLocation> {
  if (settings.source === 'local') {
    const { folder, precision, graph } = locateLocalModel(settings.name);
    const id = `local-${await fingerprint(graph)}`;
    return { id, family: id, path: folder, dtype: precision };
  }
  const { id, family, folder } = await prepareModel(settings, options);
  return { id, family, path: folder, dtype: options.precision ?? 'q8' };
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
    throw new ModelError(
      {
        where: `search.models in site.yaml, ${settings.source} model "${settings.name}"`,
        found: `a model that does not load (${reason.split('\n')[0]})`,
        expected: 'readable ONNX and tokenizer files',
        todo: 'Delete the folder .cache/models and build again, or correct the model’s folder.',
      },
      { cause },
    );
  }
}

function wrongDimensions(settings: ModelSettings, found: number): ModelError {
  return new ModelError({
    where: `search.models in site.yaml, dimensions of "${settings.name}"`,
    found: `${settings.dimensions}, while ${settings.name} gives vectors of ${found}`,
    expected: String(found),
    todo: `Set dimensions: ${found}.`,
  });
}
