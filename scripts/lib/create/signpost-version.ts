import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import settings from '../../../package.json' with { type: 'json' };

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Where this Signpost is from, as repositories that use it name it. */
export interface SignpostVersion {
  /** The repository on GitHub, such as `example/signpost`; undefined where this copy does not say. */
  repository: string | undefined;
  /** A tag such as `v0.2.0` or, between two versions, the commit. */
  revision: string;
  /** What is written behind the revision to tell people what it is; '' for a tag. */
  comment: string;
}

/** Asks git about this copy. Without git, the version is the one of package.json. */
export function signpostVersion(): SignpostVersion {
  const tag = `v${settings.version}`;
  const [, repository] =
    /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/.exec(git('remote', 'get-url', 'origin')) ?? [];
  const commit = git('rev-parse', 'HEAD').trim();
  if (commit === '' || git('tag', '--points-at', 'HEAD').split('\n').includes(tag))
    return { repository, revision: tag, comment: '' };
  return { repository, revision: commit, comment: ` # newer than ${tag}` };
}

/** An action as the project's own workflows name it, by its commit: `actions/checkout@… # v7.0.1`. */
export async function pinnedAction(name: string): Promise<string> {
  const workflow = await readFile(join(project, '.github/workflows/pages.yml'), 'utf8');
  const pinned = workflow.split('\n').find((line) => line.includes(`uses: ${name}@`));
  if (!pinned) throw new Error(`.github/workflows/pages.yml names no ${name}, which new repositories need.`);
  return pinned.slice(pinned.indexOf(name)).trim();
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
