import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What a build cost. */
export interface BuildCost {
  seconds: number;
  /** Greatest resident memory in megabytes; NaN where the system does not tell (it is read from Linux' /proc). */
  megabytes: number;
}

/**
 * Builds `content` into `out` with the caches in `cache`.
 * @throws Error with the build's output when it fails.
 */
export async function runBuild(content: string, out: string, cache: string): Promise<BuildCost> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, SIGNPOST_CONTENT: content, SIGNPOST_OUT: out, SIGNPOST_CACHE: cache },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let kilobytes = NaN;
  const watch = setInterval(() => {
    void peak(child.pid!).then((seen) => (kilobytes = Number.isNaN(seen) ? kilobytes : seen));
  }, 100);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${output}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024 };
}

async function peak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN);
}
