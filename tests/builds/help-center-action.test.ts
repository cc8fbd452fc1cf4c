import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { formatComment } from '../../scripts/lib/check/format-comment.ts';
import { readCheckReport } from '../../scripts/lib/check/read-check-report.ts';
import { createRepository } from '../../scripts/lib/create/create-repository.ts';
import { recordLastBuild } from '../../scripts/lib/site/last-build.ts';

/**
 * The scripts of .github/actions/help-center, run in their order on a made owner's repository, with the variables that a
 * runner sets. Not run are the steps that only a runner can take: other actions, and npm ci, since the packages are there.
 */
interface Step {
  id?: string;
  uses?: string;
  if?: string;
  run?: string;
  env?: Record<string, string>;
}

let root: string;
let owner: string;
/** All steps of the action, and those that are run here. */
let all: Step[];
let steps: Step[];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-action-'));
  owner = join(root, 'owner');
  const wishes = { name: 'Made', url: 'https://example.com/help', email: 'help@example.com', locales: ['en'] };
  await createRepository(owner, wishes, { repository: 'example/signpost', revision: 'v0.2.0', comment: '' });
  // Searched by its words alone, so that no model is opened.
  await appendFile(
    join(owner, 'site.yaml'),
    'search: { deepTier: off, models: [{ languages: ["*", en], source: none }] }\n',
  );
  await writeFile(join(owner, 'queries.yaml'), 'en: [{ q: forgot password, id: forgotten-password }]\n');
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: owner });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  const action = parse(await readFile('.github/actions/help-center/action.yml', 'utf8')) as { runs: { steps: Step[] } };
  all = action.runs.steps;
  steps = all.filter(({ id, run }) => run !== undefined && id !== 'install');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

interface Ended {
  status: number;
  printed: string;
  /** By step, what it put out. */
  outputs: Record<string, Record<string, string>>;
}

/** What a runner does on this event. Steps that `done` has outputs of have been run before. */
async function run(event: 'push' | 'schedule' | 'pull_request', done: Ended['outputs'] = {}): Promise<Ended> {
  const ended: Ended = { status: 0, printed: '', outputs: { ...done } };
  for (const { id = '', if: condition, run: script = '', env = {} } of steps) {
    if (id in done || !holds(condition, ended.outputs)) continue;
    const file = join(root, 'output');
    await writeFile(file, '');
    const { status, printed } = await bash(script, {
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: resolve('.github/actions/help-center'),
      GITHUB_WORKSPACE: owner,
      GITHUB_EVENT_NAME: event,
      GITHUB_BASE_REF: event === 'pull_request' ? 'main' : '',
      GITHUB_WORKFLOW: 'Help center',
      GITHUB_OUTPUT: file,
      GITHUB_STEP_SUMMARY: join(root, 'summary.md'),
      RUNNER_TEMP: root,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, valueIn(value, ended.outputs)])),
    });
    const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    ended.outputs[id] = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
    ended.printed += printed;
    ended.status = status;
    if (status !== 0) break;
  }
  return ended;
}

/** Of the expressions of GitHub the action uses three forms. Another one needs a line here. */
function holds(condition: string | undefined, outputs: Ended['outputs']): boolean {
  if (condition === undefined) return true;
  const [, step, name, value] = /^steps\.(\w+)\.outputs\.(\w+) == '(\w+)'$/.exec(condition) ?? [];
  if (!step || !name) throw new Error(`What does "${condition}" mean?`);
  return outputs[step]?.[name] === value;
}

const inputs: Record<string, string> = { content: '.', out: '', preview: 'true' };
function valueIn(expression: string, outputs: Ended['outputs']): string {
  const [, input, step = '', name = ''] =
    /^\$\{\{ (?:inputs\.(\w+)|steps\.(\w+)\.outputs\.(\w+)) \}\}$/.exec(expression) ?? [];
  const value = input ? inputs[input] : outputs[step]?.[name];
  if (value === undefined) throw new Error(`What does "${expression}" mean?`);
  return value;
}

function bash(script: string, variables: Record<string, string>): Promise<{ status: number; printed: string }> {
  // As a runner calls it; from the folder of the owner's repository.
  const { SIGNPOST_CONTENT, SIGNPOST_OUT, SIGNPOST_CACHE, INIT_CWD, ...others } = process.env;
  const env = { ...others, ...variables };
  return new Promise((done) => {
    const child = execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      { cwd: owner, env },
      (_, out, err) => done({ status: child.exitCode ?? -1, printed: out + err }),
    );
  });
}

test('the repository is fetched unless the workflow has put the content there', async () => {
  const script = steps.find(({ id }) => id === 'content')!.run!;
  const asked = async (files: string[]) => {
    const workspace = await mkdtemp(join(root, 'workspace-'));
    for (const file of files) {
      await mkdir(dirname(join(workspace, file)), { recursive: true });
      await writeFile(join(workspace, file), '');
    }
    const output = join(root, 'output');
    await writeFile(output, '');
    const { status } = await bash(script, { CONTENT: 'help', GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output });
    return { status, output: await readFile(output, 'utf8') };
  };
  expect(await asked([])).toEqual({ status: 0, output: 'there=false\n' });
  expect(await asked(['help/site.yaml'])).toEqual({ status: 0, output: 'there=true\n' });
  const checkout = all.find(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkout).toMatchObject({ if: "steps.content.outputs.there == 'false'", with: { 'fetch-depth': 0 } });
  expect(all.indexOf(checkout!)).toBe(1);
});

test('an owner’s repository is checked and built, at night only what is due, and mistakes stand beside their lines', async () => {
  const pushed = await run('push');
  expect(pushed).toMatchObject({ status: 0, outputs: { due: { work: 'true', publish: 'true' } } });
  expect(pushed.printed).toContain('All is well: 4 articles in 2 categories and 1 language.');
  const { folder = '' } = pushed.outputs.build ?? {};
  expect(resolve(folder)).toBe(join(owner, 'dist'));
  expect(await readFile(join(folder, 'en/using-help/find-answers/index.html'), 'utf8')).toContain('href="/help/en/');
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: owner, encoding: 'utf8' })).toBe('');

  // For a pull request also the pages that open from a folder.
  const previewed = await run('pull_request', {
    due: { work: 'true', preview: 'true' },
    check: {},
    build: { folder },
  });
  expect(previewed).toMatchObject({ status: 0, outputs: { preview: {} } });
  expect(await readFile(join(root, 'signpost-preview/en/using-help/find-answers/index.html'), 'utf8')).toContain(
    'href="../../index.html"',
  );

  const quiet = await run('schedule');
  expect(quiet).toMatchObject({ status: 0, outputs: { due: { work: 'false', publish: 'false' } } });
  expect(quiet.printed).toMatch(/^Nothing has become due since \d{4}-/);
  expect(quiet.outputs.build).toBeUndefined();

  // An article whose day has come since the last build; the wrong link in it keeps a second build from being made.
  const folderOfArticle = join(owner, 'articles/en/account');
  await mkdir(folderOfArticle, { recursive: true });
  await writeFile(
    join(folderOfArticle, 'new.md'),
    '---\ntitle: Forgot password\nid: new\ndescription: It is new.\npublish_at: 2026-05-02\n---\n\n[Nowhere](nowhere.md)\n',
  );
  vi.stubEnv('SIGNPOST_CACHE', join(root, 'signpost-cache'));
  vi.stubEnv('GITHUB_WORKFLOW', 'Help center');
  await recordLastBuild(owner, new Date('2026-05-01T12:00Z'));
  const due = await run('schedule');
  expect(due.outputs.due).toEqual({ work: 'true', publish: 'true', preview: 'false' });
  expect(due.printed).toContain('Due since 2026-05-01T12:00Z:\n  articles/en/account/new.md is published\n');
  expect(due.status).toBe(1);
  expect(due.printed).toContain('::error file=articles/en/account/new.md,line=8,col=1,title=internal-link::');

  await rm(folder, { recursive: true });
  expect(existsSync(join(root, 'summary.md'))).toBe(false);
  execFileSync('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD'], { cwd: owner });
  const proposed = await run('pull_request');
  expect(proposed).toMatchObject({ status: 1, outputs: { due: { work: 'true', publish: 'false', preview: 'true' } } });
  expect(existsSync(folder)).toBe(false);
  // What is kept for the comment, and the summary of the run, which says the same.
  const report = readCheckReport(await readFile(join(root, 'signpost-report.json'), 'utf8'));

  expect(report).toEqual({
    errors: 2,
    warnings: 1,
    moved: [
      {
        locale: 'en',
        question: 'forgot password',
        id: 'forgotten-password',
        before: 1,
        now: 2,
        firstBefore: 'forgotten-password',
        firstNow: 'new',
      },
    ],
  });
  expect(await readFile(join(root, 'summary.md'), 'utf8')).toBe(formatComment(report));
}, 300_000);
