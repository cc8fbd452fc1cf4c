import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string | number | boolean>;
}
interface Job {
  if?: string;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, Job>;
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map(
  (name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const,
);
const actions = readdirSync('.github/actions').map(
  (name) =>
    [name, parse(readFileSync(`.github/actions/${name}/action.yml`, 'utf8')) as { runs: { steps: Step[] } }] as const,
);
/** An action of this repository, whose steps are looked at below. */
const isOwn = (uses: string): boolean => actions.some(([name]) => uses === `./.github/actions/${name}`);
const isPinned = (uses: string): boolean => /@[0-9a-f]{40}$/.test(uses);

describe.each(workflows)('The workflow %s', (_, { permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may read, and what may do more is said by the job', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('names each action by the commit, which nobody can move, as a tag can be', () => {
    const uses = steps.flatMap(({ uses }) => uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((one) => !isPinned(one) && !isOwn(one))).toEqual([]);
  });

  test('puts no expression into a script, where text of others would be run', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('installs from lock files alone', () => {
    expect(steps.filter(({ run }) => /\bnpx\b|npm (install|i|exec)\b/.test(run ?? ''))).toEqual([]);
  });

  test('builds nothing in a job that holds a secret or may prove who it is', () => {
    const trusted = Object.values(jobs).filter(
      (job) => JSON.stringify(job).includes('secrets.') || job.permissions?.['id-token'] !== undefined,
    );
    const runs = trusted.flatMap((job) => job.steps.flatMap(({ run }) => run ?? []));
    expect(runs.filter((run) => /\bnpm\b/.test(run) && run !== 'npm ci --ignore-scripts')).toEqual([]);
    expect(trusted.flatMap((job) => job.steps.flatMap(({ uses }) => uses ?? [])).filter(isOwn)).toEqual([]);
  });
});

/** What a pull request holds runs only where nothing may be written and no secret is known. */
describe('A pull request', () => {
  test('never begins a workflow that may write and runs what it holds', () => {
    expect(workflows.filter(([, { on }]) => 'pull_request_target' in on)).toEqual([]);
    const begun = workflows.filter(([, { on }]) => 'pull_request' in on);
    expect(begun.map(([name]) => name)).toContain('content.yml');
    for (const [name, workflow] of begun) {
      expect(JSON.stringify(workflow), name).not.toMatch(/secrets\.|github\.token|:"write"/);
    }
  });

  test('is commented on by a workflow that runs nothing of it and installs nothing', () => {
    const after = workflows.filter(([, { on }]) => 'workflow_run' in on);
    expect(after.map(([name]) => name)).toEqual(['comment.yml']);
    const [[, { on, jobs }]] = after as [(typeof workflows)[number]];
    const content = workflows.find(([name]) => name === 'content.yml')![1];
    expect(on.workflow_run).toEqual({ workflows: [content.name], types: ['completed'] });
    const { comment } = jobs;
    expect(comment).toMatchObject({
      if: "github.event.workflow_run.event == 'pull_request'",
      permissions: { actions: 'read', contents: 'read', 'pull-requests': 'write' },
    });
    // Without a ref the checkout is that of the default branch.
    expect(comment!.steps.map(({ uses, with: options }) => [uses?.replace(/@.*/, ''), options])).toEqual([
      ['actions/checkout', { 'persist-credentials': false }],
      ['./.github/actions/comment', undefined],
    ]);
    const action = actions.find(([name]) => name === 'comment')![1];
    expect(action.runs.steps.filter(({ run }) => /\bnpm\b/.test(run ?? ''))).toEqual([]);
    const download = action.runs.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'));
    expect(download?.with).toMatchObject({
      name: 'signpost-report',
      path: expect.stringContaining('runner.temp') as string,
    });
    // The token is given to the one step that writes.
    expect(action.runs.steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('token'))).toHaveLength(1);
  });
});

test.each(workflows.filter(([, { jobs }]) => 'publish' in jobs))(
  '%s publishes at night what has become due, and nothing else then',
  (_, { on, jobs }) => {
    expect(on).toMatchObject({ schedule: [{ cron: expect.stringMatching(/^[1-9]\d? 2 \* \* \*$/) as string }] });
    expect(jobs.publish).toMatchObject({ needs: 'build', if: "needs.build.outputs.publish == 'true'" });
    expect(jobs.build).toMatchObject({
      outputs: { publish: expect.stringContaining('steps.help.outputs.publish') as string },
    });
    expect(jobs.build?.steps).toContainEqual(
      expect.objectContaining({ id: 'help', uses: './.github/actions/help-center' }),
    );
  },
);

describe.each(actions)('The action %s', (_, { runs: { steps } }) => {
  test('names each action by the commit, and installs from the lock file alone', () => {
    expect(steps.flatMap(({ uses }) => uses ?? []).filter((one) => !isPinned(one))).toEqual([]);
    expect(steps.filter(({ run }) => /\bnpx\b|npm (install|i|exec)\b/.test(run ?? ''))).toEqual([]);
  });

  test('puts no expression into a script, where text of others would be run', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});
