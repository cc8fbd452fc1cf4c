import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { ModelError } from './model-error.ts';

const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const graphs = ['onnx/model_quantized.onnx', 'onnx/model.onnx'];

/** A model folder on disk and the ONNX file in it to use. */
export interface LocalModel {
  folder: string;
  /** Path of the ONNX file. */
  graph: string;
  /** Transformers.js's name of the precision: q8 is `model_quantized.onnx`, fp32 is `model.onnx`. */
  precision: 'q8' | 'fp32';
}

/**
 * Checks that a folder holds a model in Transformers.js layout; the quantized graph is preferred.
 *
 * @param name Absolute, or relative to the working folder.
 * @throws ModelError listing what is missing.
 */
export function locateLocalModel(name: string): LocalModel {
  const folder = isAbsolute(name) ? name : resolve(name);
  const where = `model folder ${folder} (search.models in site.yaml)`;
  const expected = `${needed.join(', ')} and ${graphs.join(' or ')}`;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ModelError({
      where,
      found: 'no such folder',
      expected: `a folder with ${expected}`,
      todo: 'Correct the path, or remove it from search.models to use Signpost’s own.',
    });
  }
  const graph = graphs.find((file) => existsSync(join(folder, file)));
  const missing = needed.filter((file) => !existsSync(join(folder, file)));
  if (!graph) missing.push(graphs.join(' or '));
  if (missing.length > 0) {
    const present = readdirSync(folder).sort().join(', ') || 'an empty folder';
    throw new ModelError({
      where,
      found: `${present}; missing: ${missing.join(', ')}`,
      expected,
      todo: 'Add the missing files (the model’s page on its hub lists them).',
    });
  }
  return { folder, graph: join(folder, graph!), precision: graph === graphs[0] ? 'q8' : 'fp32' };
}
