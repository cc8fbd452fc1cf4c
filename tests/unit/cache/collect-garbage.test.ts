import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const PROGRAM = `
  import { collectGarbage } from '${new URL('../../../src/cache/collect-garbage.ts', import.meta.url)}';
  let things = Array.from({ length: 1_000_000 }, (_, number) => ({ number, text: 'thing ' + number }));
  const before = process.memoryUsage.rss();
  things = undefined;
  collectGarbage();
  console.log(JSON.stringify([before, process.memoryUsage.rss()]));
`;

test('what is freed goes back to the system at once, for other processes to use', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', PROGRAM]);
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(before).toBeGreaterThan(120e6);
  expect(after).toBeLessThan(before - 60e6);
});
