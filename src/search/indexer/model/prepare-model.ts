import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolderAtomically } from '../../../cache/atomic-write.ts';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { type ProgressSink, silentProgress } from '../../../terminal/progress.ts';
import { parseBertConfig } from './bert-config.ts';
import { writeBertGraph } from './bert-graph.ts';
import { chooseSource } from './choose-source.ts';
import { int8Weights } from './int8-weights.ts';
import { fineQuantization } from './quantization.ts';
import { tokenizerConfig } from './tokenizer-config.ts';
import { float32Weights } from './weight-format.ts';
import { matrixZeroPoint } from './zero-point.ts';

/** Incremented when the files written from the same source change. */
const recipe = 3;

/** The precision of a prepared model; `fp32` is for measuring only. */
export type Precision = 'q8' | 'fp32';

const files: Record<Precision, string> = { q8: 'model_quantized.onnx', fp32: 'model.onnx' };

export interface PreparedModel {
  /** Names the weights, the recipe and the precision: embeddings of one id are comparable. */
  id: string;
  /** The id; of a model that several ways bring in different precision, its name alone. */
  family: string;
  /** Folder in Transformers.js layout. */
  folder: string;
}

/**
 * Turns a model's weights into a folder that Transformers.js loads:
 * `<cache>/models/<id>/{config,tokenizer,tokenizer_config}.json` and `onnx/<file>`.
 * The name carries a hash of the source, so a second call finds the folder and returns.
 *
 * @throws ModelError when the weights cannot be had, or a file of them is not understood.
 */
export async function prepareModel(
  settings: ModelSettings,
  options: { cache: string; precision?: Precision; progress?: ProgressSink },
): Promise<PreparedModel> {
  const { cache, precision = 'q8', progress = silentProgress } = options;
  const source = await chooseSource(settings, { cache, progress });
  const id = `${source.id}-${precision}-${recipe}-${source.hash}`;
  const family = settings.source === 'hub' ? source.id : id;
  const zeroPoint = precision === 'q8' ? await matrixZeroPoint() : 0;
  // Another file of the same numbers, and so of the same id: a cache may travel between machines.
  const folder = join(cache, 'models', zeroPoint === 0 ? id : `${id}-unsigned`);
  if (existsSync(folder)) return { id, family, folder };

  await source.fetch(progress);
  progress.start(`Preparing the model ${source.id}`, 3);
  const { where, config, tokenizer, weights } = await source.read();
  const bert = parseBertConfig(config, `configuration of ${where}`);
  progress.advance(1);
  const graph = writeBertGraph(
    bert,
    weights,
    precision === 'q8' ? int8Weights(fineQuantization(zeroPoint)) : float32Weights,
  );
  progress.advance(1);
  await createFolderAtomically(folder, async (temporary) => {
    await mkdir(join(temporary, 'onnx'));
    await writeFile(join(temporary, 'onnx', files[precision]), graph);
    await writeFile(join(temporary, 'config.json'), JSON.stringify(config));
    await writeFile(join(temporary, 'tokenizer.json'), JSON.stringify(plainTokenizer(tokenizer)));
    await writeFile(
      join(temporary, 'tokenizer_config.json'),
      JSON.stringify(tokenizerConfig(tokenizer, source.maxTokens)),
    );
  });
  progress.advance(1);
  progress.stop();
  return { id, family, folder };
}

/** The tokenizer without its fixed padding and truncation: the caller decides on both. */
function plainTokenizer(tokenizer: unknown): unknown {
  return typeof tokenizer === 'object' ? { ...tokenizer, padding: null, truncation: null } : tokenizer;
}
