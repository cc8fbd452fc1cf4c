import { runMeasured, type Measured } from './run-command.ts';

/** What a build cost. */
export type BuildCost = Pick<Measured, 'seconds' | 'megabytes'>;

/**
 * Builds `content` into `out` with the caches in `cache`.
 * @throws Error with the build's output when it fails.
 */
export async function runBuild(content: string, out: string, cache: string): Promise<BuildCost> {
  const { status, stdout, stderr, ...cost } = await runMeasured(['scripts/build.ts'], { SIGNPOST_CONTENT: content, SIGNPOST_OUT: out, SIGNPOST_CACHE: cache });
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${stdout}${stderr}`);
  return cost;
}
