import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { hostileOwnerFiles, writeHostileOwner } from '../../support/content/hostile-owner.ts';

test(`of ${hostileOwnerFiles.length} hostile themes, texts, pages, notices and entries of the head none is passed over`, async () => {
  const root = await mkdtemp(join(tmpdir(), 'signpost-hostile-owner-'));
  const passed: string[] = [];
  const elsewhere: string[] = [];
  for (const [index, hostile] of hostileOwnerFiles.entries()) {
    const folder = join(root, String(index));
    await writeHostileOwner(folder, [hostile]);
    const center = await readHelpCenter(folder);
    const errors = (await checkContent(center)).filter(({ severity }) => severity === 'error');
    if (hostile.isRefused && errors.length === 0) passed.push(hostile.name);
    if (errors.some(({ file }) => !file.startsWith(hostile.file))) elsewhere.push(hostile.name);
    for (const { found, expected, remedy } of errors) expect([found, expected, remedy].every(Boolean)).toBe(true);
    // Whatever is wrong with it costs nothing of the content beside it.
    expect(center.articles.map(({ id }) => id)).toEqual(['pay']);
  }
  await rm(root, { recursive: true });
  expect(hostileOwnerFiles.length).toBeGreaterThan(300);
  expect(passed).toEqual([]);
  expect(elsewhere).toEqual([]);
}, 300_000);
