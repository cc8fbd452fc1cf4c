import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from '../../src/cache/file-lock.ts';
import { contentHash } from './content-hash.ts';

/** The project's folder. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** Whatever a site is built with, besides its content. */
const code = [
  'src',
  'scripts/build.ts',
  'scripts/lib/cli',
  'scripts/lib/site',
  'tests/support/built-site.ts',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
];

/**
 * Builds a site for tests into `.cache/<name>/dist` and gives that folder. A build of the same content and code is
 * used again.
 * @param inputs Paths in the project that the content is made from, and of the code that makes it.
 * @param write Writes the content into the folder it is given.
 * @throws Error with the build's last lines when it fails.
 */
export async function builtSite(
  name: string,
  inputs: string[],
  write: (content: string) => Promise<void>,
): Promise<string> {
  const workspace = resolve(project, '.cache', name);
  const [content, folder, stamp] = ['content', 'dist', 'built'].map((part) => resolve(workspace, part)) as [
    string,
    string,
    string,
  ];
  const hash = await contentHash([...inputs, ...code].map((path) => resolve(project, path)));
  await mkdir(workspace, { recursive: true });
  // Several files of tests, each in a process of its own, may ask for one site at once.
  const unlock = await lock(resolve(workspace, 'building'));
  try {
    if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return folder;
    await rm(stamp, { force: true });
    for (const made of [content, folder]) await rm(made, { recursive: true, force: true });
    await mkdir(content, { recursive: true });
    await write(content);
    await build(content, folder);
    await writeFile(stamp, hash);
    return folder;
  } finally {
    await unlock();
  }
}

/** As a shell has it: Vitest's workers say in theirs that this is no production, and pages would be built as while writing. */
export function buildEnvironment(content: string, folder: string): NodeJS.ProcessEnv {
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...env } = process.env;
  return { ...env, SIGNPOST_CONTENT: content, SIGNPOST_OUT: folder };
}

function build(content: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: project, env: buildEnvironment(content, folder) });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      tail.push(text);
      tail.splice(0, tail.length - 60);
    });
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => {
      if (status === 0) done();
      else
        fail(
          new Error(
            `The site of ${content} does not build (npm run build ended with status ${status}):\n${tail.join('')}`,
          ),
        );
    });
  });
}
