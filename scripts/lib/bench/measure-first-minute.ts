import { cp, mkdir, rm } from 'node:fs/promises';
import { delimiter, join, sep } from 'node:path';
import { readSite } from '../../../src/content/read-site.ts';
import type { Row } from './row.ts';
import { type CommandRun, runCommand, runProgram } from './run-command.ts';
import { startServer, until } from './start-server.ts';

/** What is measured beside `npm ci`, which nothing goes without. */
export const commands = ['start', 'dev', 'build', 'test'] as const;

/** A line in which npm or a command warns; of packages that npm calls deprecated we have no say. */
const WARNING = /^(npm warn (?!deprecated)|\(node:\d+\) )|\[WARN\]/i;

/**
 * What a newcomer waits for: a clone of HEAD with empty caches, `npm ci`, which also measures the machine and its
 * network, and then each command to the moment that it is of use.
 * @param content What the group's cold build builds; all else is the sample site.
 * @param skip Commands to leave out.
 * @param rows What is measured is added at once: what fails after half an hour costs no other figure.
 * @throws Error for an unknown command, or when one fails.
 */
export async function measureFirstMinute(
  content: string,
  workspace: string,
  skip: readonly string[],
  rows: Row[],
): Promise<Row[]> {
  const known: readonly string[] = commands;
  const unknown = skip.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`--skip ${unknown.join(', ')}: no such command. Choose from ${commands.join(', ')}.`);
  const wanted = (name: (typeof commands)[number]) => !skip.includes(name);
  const clone = join(workspace, 'clone');
  const row = (name: string, value: number, atMost?: number, unit = 's') =>
    void rows.push({ group: 'first-minute', name, value, unit, ...(atMost !== undefined && { target: { atMost } }) });

  await succeeded(runProgram('git', ['clone', '--quiet', process.cwd(), clone]));
  const installed = await succeeded(npm(clone, 'ci'));
  row('npm ci', installed.seconds);
  let warnings = warningsIn(installed.stdout + installed.stderr);

  if (wanted('start')) {
    const first = await firstPage(clone, ['start', '--', '--port', '0']);
    row('npm start, empty caches, to the first page', first.seconds, 60);
    warnings += warningsIn(first.output);
    const again = await firstPage(clone, ['start', '--', '--port', '0']);
    row('npm start, again', again.seconds, 10);
  }
  row('warnings of npm ci and npm start', warnings, 0, '');
  if (wanted('dev')) {
    await forget(clone);
    const { seconds } = await firstPage(clone, ['run', 'dev', '--', '--port', '4398']);
    row('npm run dev, empty caches, to the first page', seconds, 15);
  }
  if (wanted('build')) {
    await forget(clone);
    await succeeded(npm(clone, 'run', 'prepare-model'));
    const environment = { SIGNPOST_CONTENT: content, SIGNPOST_CACHE: join(workspace, 'first-cache') };
    await mkdir(environment.SIGNPOST_CACHE, { recursive: true });
    for (const name of ['models', 'runtime'])
      await cp(join(clone, '.cache', name), join(environment.SIGNPOST_CACHE, name), { recursive: true });
    const { seconds } = await succeeded(npmWith(environment, clone, 'run', 'build'));
    row('cold build of the content, model prepared', seconds, 120);
  }
  if (wanted('test')) {
    await forget(clone);
    row('npm test, empty caches', (await succeeded(npm(clone, 'test'))).seconds, 300);
    row('npm test, again', (await succeeded(npm(clone, 'test'))).seconds, 150);
  }
  return [];
}

/**
 * Seconds from a command to the first page that it serves, and what it printed until then.
 * @throws Error with its output when that page is an error.
 */
async function firstPage(clone: string, args: string[]): Promise<{ seconds: number; output: string }> {
  const base = (await readSite(join(clone, 'content')))?.base ?? '/';
  const start = performance.now();
  const server = await startServer([npmScript(), ...args], { cwd: clone, env: newcomersEnvironment() });
  try {
    let status = 0;
    await until(async () => (status = (await fetch(new URL(base, server.address))).status) > 0);
    // What a newcomer sees then is an error, whatever comes of it later.
    if (status !== 200)
      throw new Error(`npm ${args.join(' ')}: the first page came with status ${status}:\n${server.output()}`);
    return { seconds: (performance.now() - start) / 1000, output: server.output() };
  } finally {
    await server.end();
  }
}

/** Removes everything that commands left in the clone, but not the packages. */
async function forget(clone: string): Promise<void> {
  await succeeded(runProgram('git', ['-C', clone, 'clean', '-fdxq', '--exclude', 'node_modules']));
  for (const cache of ['.vite', '.vite-temp', '.astro', '.cache'])
    await rm(join(clone, 'node_modules', cache), { recursive: true, force: true });
}

function npm(clone: string, ...args: string[]): Promise<CommandRun> {
  return npmWith({}, clone, ...args);
}

function npmWith(environment: NodeJS.ProcessEnv, clone: string, ...args: string[]): Promise<CommandRun> {
  return runCommand([npmScript(), ...args], { ...newcomersEnvironment(), ...environment }, clone);
}

/** @throws Error where this was not started by npm. */
function npmScript(): string {
  const script = process.env.npm_execpath;
  if (!script) throw new Error('Measure the first minute with `npm run bench`, which says where npm is.');
  return script;
}

/** The environment without what the project's settings and an npm around it put there; undefined removes a variable. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const ours = Object.keys(process.env).filter((name) =>
    /^(SIGNPOST_|npm_(package|lifecycle|config_(local_prefix|loglevel)|execpath|node_execpath)|INIT_CWD$|NODE_ENV$)/.test(
      name,
    ),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join(sep, 'node_modules', '.bin')) && !folder.includes('node-gyp-bin'));
  return { ...Object.fromEntries(ours.map((name) => [name, undefined])), PATH: path.join(delimiter) };
}

function warningsIn(output: string): number {
  return output.split('\n').filter((line) => WARNING.test(line)).length;
}

/** @throws Error with the end of what a command printed, when it failed. */
async function succeeded(run: Promise<CommandRun>): Promise<CommandRun> {
  const done = await run;
  if (done.status === 0) return done;
  const lines = `${done.stdout}\n${done.stderr}`.trim().split('\n');
  throw new Error(`${done.command} ended with ${done.status}:\n${lines.slice(-20).join('\n')}`);
}
