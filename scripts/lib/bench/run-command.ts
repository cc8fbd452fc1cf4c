import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What running a command took, and what it printed. */
export interface CommandRun {
  command: string;
  status: number | null;
  seconds: number;
  /** Greatest resident memory in megabytes; NaN where the system does not tell (it is read from Linux' /proc). */
  megabytes: number;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's commands with this Node, and measures its time and memory. */
export function runCommand(args: string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd()): Promise<CommandRun> {
  return runProgram(process.execPath, args, env, cwd);
}

/**
 * Runs a program, and measures its time and memory.
 * @param env What its environment has beside this one's; undefined removes a variable.
 */
export async function runProgram(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<CommandRun> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  let kilobytes = NaN;
  const watch = setInterval(() => {
    void peakMemory(child.pid!).then((seen) => (kilobytes = Number.isNaN(seen) ? kilobytes : seen));
  }, 100);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  return { command: [program, ...args].join(' '), status, seconds, megabytes: kilobytes / 1024, stdout, stderr };
}

/** The greatest resident memory of a process so far, in kilobytes. */
async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN);
}

/** What a build took. */
export type BuildCost = Pick<CommandRun, 'seconds' | 'megabytes'>;

/**
 * Builds `content` into `out` with the caches in `cache`.
 * @throws Error with the build's output when it fails.
 */
export async function runBuild(content: string, out: string, cache: string): Promise<BuildCost> {
  const { status, stdout, stderr, seconds, megabytes } = await runCommand(['scripts/build.ts'], {
    SIGNPOST_CONTENT: content,
    SIGNPOST_OUT: out,
    SIGNPOST_CACHE: cache,
  });
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${stdout}${stderr}`);
  return { seconds, megabytes };
}
