import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { knownModels } from './known-models.ts';
import { ModelError } from './model-error.ts';
import type { ModelSource } from './model-source.ts';
import { readNpmModel } from './npm-source.ts';
import { pythonSource } from './python-source.ts';

/**
 * Says where a model's weights come from: what is on this machine already, else the first way by which they can be had. The
 * build and the browser's copy ask here, so that both are made of the same weights.
 *
 * @throws ModelError when there is no way.
 */
export async function chooseSource(
  settings: ModelSettings,
  { cache, progress }: { cache: string; progress: ProgressSink },
): Promise<ModelSource> {
  if (settings.source === 'npm') return readNpmModel(settings.name);
  const sources = hubSources(settings.name, cache);
  const here = sources.find((source) => isPrepared(source, cache)) ?? sources.find((source) => source.isHere());
  if (here) return here;
  for (const source of sources) {
    await source.fetch(progress);
    return source;
  }
  throw new ModelError({
    where: `search.model in content/site.yaml, hub model "${settings.name}"`,
    found: 'no way to its weights',
    expected: `one of ${Object.keys(knownModels).join(', ')}`,
    todo: 'Name one of these, or download the model in ONNX form and use source: local.',
  });
}

function hubSources(name: string, cache: string): ModelSource[] {
  const known = knownModels[name];
  return known ? [pythonSource(known, cache)] : [];
}

/** Whether a build has made something of these weights before. */
function isPrepared({ id, hash }: ModelSource, cache: string): boolean {
  const folder = join(cache, 'models');
  return (
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`${id}-q8-`) && name.includes(`-${hash}`))
  );
}
