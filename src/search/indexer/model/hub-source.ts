import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { downloadFile, type ExpectedFile } from './download-file.ts';
import { fileBytes } from './file-bytes.ts';
import { parseModelJson } from './model-json.ts';
import type { ModelSource } from './model-source.ts';
import { readSafetensors } from './safetensors.ts';

/** The files that a model is made of. */
export const hubFiles = ['config.json', 'tokenizer.json', 'model.safetensors'] as const;
export type HubFile = (typeof hubFiles)[number];

/** A model at one revision of a repository on the hub. */
export interface HubModel {
  /** Such as `intfloat/multilingual-e5-small`. */
  name: string;
  /** The commit, so that the same settings give the same model on every machine. */
  revision: string;
  maxTokens: number;
  files: Record<HubFile, ExpectedFile>;
}

/** The hub, or a mirror of it. */
export function hubEndpoint(): string {
  return (process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/+$/, '');
}

/** Where a file of a repository is to be had. */
export function hubAddress({ name, revision }: Pick<HubModel, 'name' | 'revision'>, file: string): string {
  return `${hubEndpoint()}/${name}/resolve/${revision}/${file}`;
}

/** Folder of the files of one revision. */
export function hubFolder({ name, revision }: Pick<HubModel, 'name' | 'revision'>, cache: string): string {
  return join(cache, 'models', `hub-${fileName(name)}-${revision.slice(0, 12)}`);
}

/** A model's name as part of a file's. */
export function fileName(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '-');
}

/** The repository's name without its owner's, as part of a file's. */
export function modelId(name: string): string {
  return fileName(name.split('/').at(-1)!);
}

/** The weights of a model as its authors put them on the hub. */
export function hubSource(model: HubModel, cache: string): ModelSource {
  const folder = hubFolder(model, cache);
  const paths = new Map(hubFiles.map((file) => [file, join(folder, file)] as const));
  const hashes = hubFiles.map((file) => model.files[file].hash.digits);
  const id = modelId(model.name);
  const read = async (file: HubFile): Promise<unknown> => {
    const path = paths.get(file)!;
    return parseModelJson(await readFile(path), path);
  };
  const isHere = () => [...paths.values()].every((path) => existsSync(path));
  return {
    id,
    hash: createHash('sha256').update(hashes.join()).digest('hex').slice(0, 12),
    maxTokens: model.maxTokens,
    isHere,
    async fetch(progress) {
      if (isHere()) return;
      const total = hubFiles.reduce((sum, file) => sum + model.files[file].bytes, 0);
      const bar = megabytes(progress, `Downloading ${id}, MB`, total);
      let before = 0;
      try {
        for (const [file, path] of paths) {
          await downloadFile(hubAddress(model, file), path, model.files[file], {
            onBytes: (bytes) => bar.show(before + bytes),
          });
          before += model.files[file].bytes;
        }
      } finally {
        bar.stop();
      }
    },
    async read() {
      const path = paths.get('model.safetensors')!;
      return {
        where: `${model.name} from the hub`,
        config: await read('config.json'),
        tokenizer: await read('tokenizer.json'),
        weights: readSafetensors(fileBytes(path), path),
      };
    },
  };
}

/** Counts a download in megabytes, from wherever it goes on. */
function megabytes(progress: ProgressSink, title: string, total: number) {
  const whole = (bytes: number) => Math.floor(bytes / 1e6);
  let shown = 0;
  progress.start(title, whole(total));
  return {
    show(bytes: number) {
      if (whole(bytes) === shown) return;
      progress.advance(whole(bytes) - shown);
      shown = whole(bytes);
    },
    stop: () => progress.stop(),
  };
}
