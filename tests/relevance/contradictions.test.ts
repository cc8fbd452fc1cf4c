import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureContradictions } from '../../scripts/lib/bench/measure-contradictions.ts';

test('of 40 contradictions planted in the shipped articles at least 36 are in the first 60 rows, and without them few rows are shown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-contradictions-'));
  try {
    const [, before, planted] = await measureContradictions('content', folder);
    expect(planted?.value).toBeGreaterThanOrEqual(36);
    expect(before?.value).toBeLessThanOrEqual(10);
  } finally {
    await rm(folder, { recursive: true });
  }
});
