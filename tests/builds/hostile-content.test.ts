import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { readHelpCenter } from '../../src/content/read-help-center.ts';
import { isBuilt } from '../../src/schemas/publishing.ts';
import { hostileTimes, writeHostileCenter } from '../support/content/hostile-center.ts';

const count = 200 * hostileTimes;
let root: string;
let content: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-hostile-build-'));
  content = join(root, 'content');
  await writeHostileCenter(content, count);
}, 600_000);
afterAll(() => rm(root, { recursive: true, force: true }));

function build(): Promise<{ status: number; output: string }> {
  const env = {
    ...process.env,
    SIGNPOST_CONTENT: content,
    SIGNPOST_OUT: join(root, 'dist'),
    NO_COLOR: '1',
    FORCE_COLOR: '',
  };
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/build.ts'], { env, maxBuffer: 1e9 }, (error, stdout, stderr) =>
      done({ status: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

test(`a build of ${count} random and hostile files names each that is wrong, and builds all the others`, async () => {
  const center = await readHelpCenter(content);
  const wrong = new Set(
    (await checkContent(center)).filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  expect(wrong.size).toBeGreaterThan(count / 10);
  const refused = await build();
  expect(refused.status).toBe(1);
  expect([...wrong].filter((file) => !refused.output.includes(`${file}\n`))).toEqual([]);
  expect(refused.output).not.toMatch(/\n\s+at .+:\d+/);

  for (const file of wrong) await rm(join(content, file));
  const built = await build();
  expect(built.status, built.output.slice(-3000)).toBe(0);
  const left = (await readHelpCenter(content)).articles.filter((article) => isBuilt(article));
  expect(left.length).toBeGreaterThan(count / 10);
  expect(
    left
      .filter(({ category, slug }) => !existsSync(join(root, `dist/en/${category}/${slug}/index.html`)))
      .map(({ file }) => file),
  ).toEqual([]);
}, 3_600_000);
