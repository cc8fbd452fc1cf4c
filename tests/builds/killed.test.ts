import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../src/cache/files-below.ts';
import { buildEnvironment } from '../support/site-builder/environment.ts';

/** Searched by its words alone, so that no model is opened. */
const SITE = `
name: Lumen
description: Help with Lumen lamps
url: https://help.example.com
defaultLocale: en
locales: [{ code: en, label: English }]
contact: { channels: [{ type: link, label: Write to us, url: https://example.com }] }
search: { deepTier: off, models: [{ languages: ["*", en], source: none }] }
`;
/**
 * Of 66 kB each, 120 kB when converted: the cache keeps them by the million bytes, so two parts of nine are kept when the build
 * is killed, and the last six are still to be converted. Plain words make most of a text, since they cost least.
 */
const ARTICLES = 24;
const paragraph = (article: number, line: number): string =>
  `Lamp ${article} glows in colour ${line}, and *as bright* as [the next](lamp-${(article + 1) % ARTICLES}.md). ${'It is warm at night. '.repeat(8)}\n\n`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-killed-'));
  const files: Record<string, string> = {
    'site.yaml': SITE,
    'articles/en/lamps/_category.yaml': 'title: Lamps\ndescription: All lamps\n',
  };
  for (let article = 0; article < ARTICLES; article++) {
    const text = Array.from({ length: 240 }, (_, line) => paragraph(article, line)).join('');
    files[`articles/en/lamps/lamp-${article}.md`] =
      `---\ntitle: About lamp ${article}\nid: lamp-${article}\ndescription: What to know about lamp ${article}.\n---\n\n${text}`;
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, 'content', file)), { recursive: true });
    await writeFile(join(root, 'content', file), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** How a build into a folder, with a cache of its own, is started. */
function started(folder: string, cache: string) {
  const env = { ...buildEnvironment(join(root, 'content'), join(root, folder)), SIGNPOST_CACHE: join(root, cache) };
  return { file: process.execPath, arguments: ['scripts/build.ts'], env };
}

async function build(folder: string, cache: string): Promise<Map<string, string>> {
  const { file, arguments: given, env } = started(folder, cache);
  await promisify(execFile)(file, given, { env });
  const files = await filesBelow(join(root, folder));
  return new Map(
    await Promise.all(
      files.map(async (path) => [path.slice(join(root, folder).length), await readFile(path, 'latin1')] as const),
    ),
  );
}

/** Starts a build and kills it as soon as some texts are converted; gives the files in which they are kept. */
async function killed(folder: string, cache: string): Promise<string[]> {
  const { file, arguments: given, env } = started(folder, cache);
  const child = spawn(file, given, { env, stdio: 'ignore' });
  let kept: string[] = [];
  while (kept.length < 2 && child.exitCode === null) {
    await setTimeout(20);
    kept = (await filesBelow(join(root, cache, 'converted'))).filter((path) => path.endsWith('.records'));
  }
  child.kill('SIGKILL');
  return kept;
}

async function sizeOf(cache: string): Promise<number> {
  const sizes = (await filesBelow(join(root, cache, 'converted'))).map(async (path) => (await stat(path)).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('a build that was killed while it converted articles goes on with those it had, and gives what any other gives', async () => {
  const kept = await killed('dist', 'cache');
  expect(kept.length).toBeGreaterThan(1);
  expect(await readdir(root)).not.toContain('dist');
  const after = await build('dist', 'cache');
  expect(await filesBelow(join(root, 'cache/converted'))).toEqual(expect.arrayContaining(kept));
  const whole = await build('whole', 'other cache');
  expect(after).toEqual(whole);
  // Nothing was converted twice.
  expect(await sizeOf('cache')).toBeLessThan((await sizeOf('other cache')) * 1.02);
}, 600_000);
