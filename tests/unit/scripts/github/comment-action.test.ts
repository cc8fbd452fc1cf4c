import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMENT_MARK } from '../../../../scripts/lib/check/format-comment.ts';

/**
 * The scripts of .github/actions/comment, from a copy of the project in which no package is installed, with a program gh
 * that gives what GitHub's interface would and keeps what is sent to it.
 */
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-comment-'));
  for (const path of ['package.json', 'scripts', 'src/check', '.github/actions/comment'])
    await cp(path, join(root, 'signpost', path), { recursive: true });
  await mkdir(join(root, 'signpost-report'));
});
afterEach(() => rm(root, { recursive: true }));

const pull = (number: number, sha: string, repository: string | null) => ({
  number,
  head: { sha, repo: repository && { full_name: repository } },
});
const comment = (id: number, login: string, body: string) => ({ id, body, user: { login } });

interface GitHub {
  pulls: unknown[];
  /** Pages of comments, by the number of the pull request. */
  comments?: Record<string, unknown[][]>;
  /** The branch; somebody else chooses its name. */
  branch?: string;
}

interface Ended {
  status: number | null;
  printed: string;
  /** What was asked of GitHub: options, and what was sent. */
  asked: { args: string[]; sent: string }[];
}

async function run(report: string | undefined, github: GitHub): Promise<Ended> {
  const log = join(root, 'log');
  if (report !== undefined) await writeFile(join(root, 'signpost-report/signpost-report.json'), report);
  await writeFile(log, '');
  await writeFile(join(root, 'github.json'), JSON.stringify({ comments: {}, ...github }));
  await writeFile(
    join(root, 'gh'),
    `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const github = JSON.parse(readFileSync(${JSON.stringify(join(root, 'github.json'))}, 'utf8'));
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, sent: readFileSync(0, 'utf8') }) + '\\n');
if (process.env.GH_TOKEN !== 'secret') process.exit(4);
const [, number] = /issues\\/(\\d+)\\/comments/.exec(args[1]) ?? [];
console.log(JSON.stringify(args.includes('--input') ? {} : number ? (github.comments[number] ?? [[]]) : github.pulls));
`,
    { mode: 0o755 },
  );
  const action = parse(await readFile('.github/actions/comment/action.yml', 'utf8')) as {
    runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] };
  };
  const values: Record<string, string> = {
    'github.token': 'secret',
    'github.event.workflow_run.html_url': 'https://github.com/a/help/actions/runs/7',
    'github.event.workflow_run.conclusion': 'success',
    'github.event.workflow_run.head_repository.owner.login': 'fork',
    'github.event.workflow_run.head_repository.full_name': 'fork/help',
    'github.event.workflow_run.head_branch': github.branch ?? 'main',
    'github.event.workflow_run.head_sha': 'c0ffee',
  };
  const ended: Ended = { status: 0, printed: '', asked: [] };
  for (const { run: script, env = {} } of action.runs.steps) {
    if (script === undefined) continue;
    const { PATH, HOME } = process.env;
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: [root, dirname(process.execPath), PATH].join(delimiter),
        HOME,
        GITHUB_ACTION_PATH: join(root, 'signpost/.github/actions/comment'),
        GITHUB_REPOSITORY: 'a/help',
        RUNNER_TEMP: root,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value, values)])),
      },
    });
    ended.printed += stdout + stderr;
    ended.status = status;
    if (status !== 0) break;
  }
  const lines = (await readFile(log, 'utf8')).split('\n').filter(Boolean);
  ended.asked = lines.map((line) => JSON.parse(line) as Ended['asked'][number]);
  return ended;
}

function evaluated(expression: string, values: Record<string, string>): string {
  const value = values[/^\$\{\{ (\S+) \}\}$/.exec(expression)?.[1] ?? ''];
  if (value === undefined) throw new Error(`What does "${expression}" mean?`);
  return value;
}

const report = JSON.stringify({
  errors: 0,
  warnings: 1,
  problems: [],
  moved: [{ locale: 'en', question: '@octocat</code>', id: 'a', before: 1, firstBefore: 'a', firstNow: 'b' }],
});

describe('the comment of a pull request', () => {
  it('is written where no package is installed, on the pull request that GitHub knows for the branch and the commit', async () => {
    const { status, printed, asked } = await run(report, {
      pulls: [
        pull(4, '0ld', 'fork/help'),
        pull(5, 'c0ffee', 'fork/help'),
        pull(6, 'c0ffee', 'fork/other'),
        pull(8, 'c0ffee', null),
      ],
    });
    expect(printed).toBe('Wrote a comment on pull request 5.\n');
    expect(status).toBe(0);
    expect(asked.map(({ args }) => args.slice(1))).toEqual([
      ['repos/a/help/pulls', '--method', 'GET', '--raw-field', 'state=open', '--raw-field', 'head=fork:main'],
      ['repos/a/help/issues/5/comments?per_page=100', '--paginate', '--slurp'],
      ['repos/a/help/issues/5/comments', '--method', 'POST', '--input', '-'],
    ]);
    const { body } = JSON.parse(asked[2]!.sent) as { body: string };
    expect(body.startsWith(`${COMMENT_MARK}\n`)).toBe(true);
    expect(body).toContain('- `@\u200boctocat</code>` (`en`): `a` from place 1 to not found; ');
    expect(body).toContain('[The run](https://github.com/a/help/actions/runs/7)');
  });

  it('is the one that the workflow wrote before, wherever it stands, and nobody else’s with the same mark', async () => {
    const others = [comment(1, 'octocat', COMMENT_MARK), comment(2, 'github-actions[bot]', `x ${COMMENT_MARK}`)];
    const { printed, asked } = await run(report, {
      pulls: [pull(5, 'c0ffee', 'fork/help')],
      comments: { 5: [others, [comment(3, 'github-actions[bot]', `${COMMENT_MARK}\nold`)]] },
    });
    expect(printed).toBe('Wrote the comment anew on pull request 5.\n');
    expect(asked.at(-1)?.args.slice(1)).toEqual([
      'repos/a/help/issues/comments/3',
      '--method',
      'PATCH',
      '--input',
      '-',
    ]);
  });

  it('is not written for a commit that is no longer the newest, nor without a report', async () => {
    const newer = await run(report, { pulls: [pull(5, 'beef', 'fork/help')] });
    expect(newer).toMatchObject({ status: 0, asked: [{}] });
    expect(newer.printed).toBe('No open pull request ends with the commit c0ffee, so nothing was written.\n');
    await rm(join(root, 'comment.md'));
    await rm(join(root, 'signpost-report/signpost-report.json'));
    expect(await run(undefined, { pulls: [] })).toEqual({ status: 0, printed: 'The run kept no report.\n', asked: [] });
  });

  it.each(['$(touch hacked)', '`touch hacked`', '"; touch hacked; "', '--input=/etc/passwd', '@/etc/passwd'])(
    'takes the name of a branch as a name: %s',
    async (branch) => {
      const { status, asked } = await run(report, { pulls: [], branch });
      expect(status).toBe(0);
      expect(asked[0]!.args.at(-1)).toBe(`head=fork:${branch}`);
      expect(execFileSync('ls', [root], { encoding: 'utf8' })).not.toContain('hacked');
    },
  );

  it('is not written from a report that is none, and GitHub is not asked', async () => {
    const { status, printed, asked } = await run('{"errors":"<script>"}', { pulls: [pull(5, 'c0ffee', 'fork/help')] });
    expect(status).toBe(1);
    expect(printed).toBe(
      'The report of the check cannot be read: errors, warnings: expected how many there are, as whole numbers.\n',
    );
    expect(asked).toEqual([]);
  });
});
