import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** What running a command took, and what it printed. */
export interface CommandRun {
  command: string;
  status: number | null;
  seconds: number;
  /** Greatest resident memory in megabytes; NaN where the system does not tell (it is read from Linux' /proc). */
  megabytes: number;
  /** The same of the program and all that it started, taken together: what they share counts for each. */
  treeMegabytes: number;
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
  let treeKilobytes = NaN;
  const watch = setInterval(() => {
    void memoryOf(child.pid!, 'VmHWM').then((seen) => (kilobytes = Number.isNaN(seen) ? kilobytes : seen));
    void treeMemory(child.pid!).then((seen) => {
      if (!(seen <= treeKilobytes) && !Number.isNaN(seen)) treeKilobytes = seen;
    });
  }, 100);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  return {
    command: [program, ...args].join(' '),
    status,
    seconds,
    megabytes: kilobytes / 1024,
    treeMegabytes: treeKilobytes / 1024,
    stdout,
    stderr,
  };
}

/** The resident memory of a process in kilobytes: the greatest so far (`VmHWM`), or now (`VmRSS`); NaN once it has ended. */
async function memoryOf(pid: number, what: 'VmHWM' | 'VmRSS'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
}

/** The resident memory of a process and of all below it now, in kilobytes. */
async function treeMemory(pid: number): Promise<number> {
  const own = await memoryOf(pid, 'VmRSS');
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  const below = children.flatMap((pids) => pids.split(' ').filter(Boolean));
  const theirs = await Promise.all(below.map((child) => treeMemory(Number(child))));
  return theirs.reduce((sum, each) => sum + (each || 0), own);
}

/** What a build took. */
export type BuildCost = Pick<CommandRun, 'seconds' | 'megabytes' | 'treeMegabytes'>;

/**
 * Builds `content` into `out` with the caches in `cache`.
 * @throws Error with the build's output when it fails.
 */
export async function runBuild(content: string, out: string, cache: string): Promise<BuildCost> {
  const { status, stdout, stderr, ...cost } = await runCommand(['scripts/build.ts'], {
    SIGNPOST_CONTENT: content,
    SIGNPOST_OUT: out,
    SIGNPOST_CACHE: cache,
  });
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${stdout}${stderr}`);
  return { seconds: cost.seconds, megabytes: cost.megabytes, treeMegabytes: cost.treeMegabytes };
}
