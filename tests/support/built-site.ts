import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from '../../src/cache/file-lock.ts';
import { contentHash } from './content-hash.ts';
import { type Order, SiteBuilder } from './site-builder/builder.ts';

/** The project's folder. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** Whatever a site is built with, besides its content. */
const code = [
  'src',
  'scripts/lib/cli',
  'scripts/lib/site',
  'tests/support/built-site.ts',
  'tests/support/site-builder',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
];

/**
 * Builds a site for tests into `.cache/<name>/dist` and gives that folder. A build of the same content and code is
 * used again.
 * @param inputs Paths in the project that the content is made from, and of the code that makes it.
 * @param write Writes the content into the folder it is given.
 * @param build Builds it: a process of its own unless another is named.
 * @throws Error with the build's last lines when it fails.
 */
export async function builtSite(
  name: string,
  inputs: string[],
  write: (content: string) => Promise<void>,
  build: (order: Order) => Promise<void> = buildAlone,
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
    await build({ content, folder });
    await writeFile(stamp, hash);
    return folder;
  } finally {
    await unlock();
  }
}

async function buildAlone(order: Order): Promise<void> {
  const builder = new SiteBuilder();
  await builder.build(order).finally(() => builder.close());
}
