import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What running a command cost, and what it printed. */
export interface Measured {
  status: number | null;
  seconds: number;
  /** Greatest resident memory in megabytes; NaN where the system does not tell (it is read from Linux' /proc). */
  megabytes: number;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's commands with this Node, and measures it. */
export async function runMeasured(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  let kilobytes = NaN;
  const watch = setInterval(() => {
    void peak(child.pid!).then((seen) => (kilobytes = Number.isNaN(seen) ? kilobytes : seen));
  }, 100);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  return { status, seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024, stdout, stderr };
}

async function peak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN);
}
