import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}
interface Job {
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  steps: Step[];
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map(
  (name) =>
    [
      name,
      parse(readFileSync(join(folder, name), 'utf8')) as { permissions: unknown; jobs: Record<string, Job> },
    ] as const,
);

describe.each(workflows)('The workflow %s', (_, { permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may read, and what may do more is said by the job', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('names each action by the commit, which nobody can move, as a tag can be', () => {
    const uses = steps.flatMap(({ uses }) => uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((one) => !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
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
  });
});
