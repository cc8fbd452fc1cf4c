import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileAtomically } from '../../../src/cache/atomic-write.ts';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { hashFiles } from '../../../src/cache/hash-files.ts';
import { isArticlePath } from '../../../src/content/article-paths.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import { readArticle } from '../../../src/content/read-article.ts';
import { isBuilt } from '../../../src/schemas/publishing.ts';
import { modelFor } from '../../../src/schemas/search-settings.ts';
import type { Site } from '../../../src/schemas/site.ts';
import { SEARCH_FOLDER } from '../../../src/site/urls.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** What decides a site besides its content: the code, the settings of its tools, and the packages as npm installed them. */
const CODE = [
  'src',
  'scripts/lib/site',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
].map((path) => join(project, path));

/**
 * A hash of everything that a build is made from; articles come and go by the clock, and what a build says of a day changes by the day. Undefined where a build depends on
 * files that are not looked at here: a model in a folder of the owner's.
 */
export async function buildInput(content: string, site: Site, now = new Date()): Promise<string | undefined> {
  const models = site.locales.map(({ code }) => modelFor(site.search, code));
  if (models.some((model) => model?.source === 'local')) return undefined;
  const hash = createHash('sha256').update(`${await hashFiles(CODE)} ${resolve(content)} `);
  hash.update(now.toISOString().slice(0, 10));
  // As the content is read: with files that links lead to.
  for (const file of (await listFiles(content)).files) {
    const text = await readFile(join(content, file)).catch(() => Buffer.alloc(0));
    hash.update(`\0${file}\0`).update(text);
    if (isArticlePath(file) && (text.includes('publish_at') || text.includes('expires_at'))) {
      const { article } = await readArticle(content, file, { timeZone: site.timeZone });
      hash.update(String(article !== undefined && isBuilt(article, now)));
    }
  }
  return hash.digest('hex');
}

/**
 * Whether every language was built with the model that serves it. One whose weights were not to be had may have them
 * the next time, and is not to be served by words until somebody edits an article.
 */
export async function hasAllModels(folder: string, site: Site): Promise<boolean> {
  for (const { code } of site.locales) {
    const manifest = await readFile(join(folder, SEARCH_FOLDER, 'current', `${code}.json`), 'utf8').catch(
      () => undefined,
    );
    if (manifest && modelFor(site.search, code) && !(JSON.parse(manifest) as { model?: unknown }).model) return false;
  }
  return true;
}

/** Notes that a folder holds what a build made from this input. */
export async function recordBuild(folder: string, input: string): Promise<void> {
  await writeFileAtomically(stampOf(folder), `${input} ${await listing(folder)}`);
}

/** Whether a folder holds what a build made from this input, and nobody has changed a file there since. */
export async function isBuiltFrom(folder: string, input: string): Promise<boolean> {
  const stamp = await readFile(stampOf(folder), 'utf8').catch(() => undefined);
  return stamp !== undefined && stamp === `${input} ${await listing(folder)}`;
}

function stampOf(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  return join(cacheFolder(), 'builds', name);
}

/** A hash of the names, sizes and times of the files below a folder. */
async function listing(folder: string): Promise<string> {
  const lines = await Promise.all(
    (await filesBelow(folder)).map(async (file) => {
      const { size, mtimeMs, ctimeMs } = await lstat(file);
      return `${relative(folder, file)} ${size} ${mtimeMs} ${ctimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
