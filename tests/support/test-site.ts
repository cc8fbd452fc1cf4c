import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { contentHash } from './content-hash.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const workspace = resolve(project, '.cache/test-site');
const overlay = resolve(project, 'tests/fixtures/test-site');
const inputs = ['content', 'src', 'scripts', 'tests/fixtures/test-site', 'tests/support', 'package-lock.json', 'astro.config.mjs'];

/** The built site that site tests and browser tests share. */
export interface TestSite {
  folder: string;
  /** The path the site lives under. */
  base: string;
}

/**
 * Builds the shipped content together with the articles of tests/fixtures/test-site (hostile titles and
 * the like) under the base path /help/, so that a link that forgets the base path is noticed. A build of
 * the same content and code is used again.
 * @throws Error with the build's last lines when it fails.
 */
export async function buildTestSite(): Promise<TestSite> {
  const site = { folder: resolve(workspace, 'dist'), base: '/help/' };
  const hash = await contentHash(inputs.map((path) => resolve(project, path)));
  const stamp = resolve(workspace, 'built');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return site;

  await rm(stamp, { force: true });
  await writeContent(resolve(workspace, 'content'), site.base);
  await build(site.folder);
  await writeFile(stamp, hash);
  return site;
}

async function writeContent(folder: string, base: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(resolve(project, 'content'), folder, { recursive: true });
  await cp(overlay, folder, { recursive: true });
  const settings = resolve(folder, 'site.yaml');
  const document = parseDocument(await readFile(settings, 'utf8'));
  document.set('base', base);
  // Tests put a help desk behind this path.
  document.setIn(['contact', 'send'], { url: `${base}api/messages`, timeoutSeconds: 1 });
  await writeFile(settings, String(document));
}

function build(folder: string): Promise<void> {
  const env = { ...process.env, SIGNPOST_CONTENT: resolve(workspace, 'content'), SIGNPOST_OUT: folder };
  const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: project, env });
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
      else fail(new Error(`The test site does not build (npm run build ended with status ${status}):\n${tail.join('')}`));
    });
  });
}
