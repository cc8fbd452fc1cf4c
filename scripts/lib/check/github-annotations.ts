import { join, relative } from 'node:path';
import type { Problem } from '../../../src/content/types.ts';

const COMMANDS: Record<Problem['severity'], string> = { error: 'error', warning: 'warning', note: 'notice' };

/** GitHub shows fewer of a step than this of each kind; the report above has the rest. */
const MOST = 50;

/**
 * Workflow commands that make GitHub show each problem beside its line in the pull request:
 * `::error file=content/articles/en/a/b.md,line=3,col=5,title=anchor::found …`.
 */
export function githubAnnotations(
  problems: readonly Problem[],
  root: string,
  repository = process.env.GITHUB_WORKSPACE || process.cwd(),
): string {
  return Object.keys(COMMANDS)
    .flatMap((kind) => problems.filter(({ severity }) => severity === kind).slice(0, MOST))
    .map((problem) => `::${COMMANDS[problem.severity]} ${place(problem, root, repository)}::${message(problem)}\n`)
    .join('');
}

function place({ file, line, column, rule }: Problem, root: string, repository: string): string {
  const path = file.startsWith('src/') ? file : join(relative(repository, root), file).replaceAll('\\', '/');
  const parts = [
    `file=${property(path)}`,
    `line=${line}`,
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(rule)}`,
  ];
  return parts.join(',');
}

function message({ field, found, expected, remedy }: Problem): string {
  return data(`${field === undefined ? '' : `${field}: `}found ${found}; expected ${expected}. ${remedy}`);
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
