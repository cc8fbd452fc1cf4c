import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ACTION = '.github/actions/weekly';

/** The steps of the action that keep an issue, with a program gh that notes what it is asked for. */
describe.each([
  ['reviews', 'reviews-due'],
  ['links', 'links'],
])('the issue of %s', (id, label) => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-weekly-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function calls(body: string, open: string): Promise<string[]> {
    const action = parse(await readFile(join(ACTION, 'action.yml'), 'utf8')) as {
      runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] };
    };
    const { run = '', env = {} } = action.runs.steps.find((step) => step.id === id) ?? {};
    const log = join(folder, 'log');
    await writeFile(log, '');
    await writeFile(join(folder, `${id}.md`), body);
    await writeFile(
      join(folder, 'gh'),
      `#!/bin/sh\necho "$GH_REPO $1 $2 $3 $4" >> '${log}'\n[ "$2" != list ] || echo "${open}"\n`,
    );
    await chmod(join(folder, 'gh'), 0o755);
    const { BODY = '', ...told } = env;
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      env: {
        ...process.env,
        ...told,
        BODY: BODY.replace(/\$\{\{ *runner\.temp *\}\}/, folder),
        PATH: `${folder}${delimiter}${process.env.PATH}`,
        GITHUB_REPOSITORY: 'a/help',
        GITHUB_ACTION_PATH: ACTION,
      },
    });
    const [first, ...rest] = (await readFile(log, 'utf8')).trim().split('\n');
    expect(first).toBe(`a/help issue list --label ${label}`);
    return rest.map((line) => line.replace(/ --\S+ ?.*$/, ''));
  }

  it.each([
    [
      'is opened with its label when there is something for the first time',
      'Read',
      '',
      [`a/help label create ${label}`, 'a/help issue create'],
    ],
    ['is written anew while it is open', 'Read', '7', ['a/help issue edit 7']],
    ['is closed when there is nothing any more', '', '7', ['a/help issue close 7']],
    ['is not there when there is nothing', '', '', []],
  ])('%s', async (_, body, open, expected) => {
    expect(await calls(body, open)).toEqual(expected);
  });

  it('is written by the steps alone that hold the token', async () => {
    const text = await readFile(join(ACTION, 'action.yml'), 'utf8');
    const { steps } = (parse(text) as { runs: { steps: { id?: string; env?: Record<string, string> }[] } }).runs;
    expect(steps.filter(({ env }) => env?.GH_TOKEN !== undefined).map((step) => step.id)).toEqual(['reviews', 'links']);
  });
});
