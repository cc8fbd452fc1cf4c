import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, syntheticContent, writeFiles } from '../../../scripts/lib/bench/synthetic/content.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { Problem } from '../../../src/content/types.ts';
import { mistakes, plantMistakes } from '../../support/content/plant-mistakes.ts';

/** Compares words alone, so that no model is needed. */
const wordsOnly = { understands: () => false, embed: () => Promise.reject(new Error('Nothing is to be embedded.')) };

async function problemsOf(files: Files): Promise<Problem[]> {
  const root = await mkdtemp(join(tmpdir(), 'signpost-mistakes-'));
  try {
    await writeFiles(root, files);
    return await checkContent(await readHelpCenter(root), { today: new Date('2026-06-01'), embedder: wordsOnly });
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('A help center of 200 articles', () => {
  it('gives no report while it has no fault', async () => {
    expect(await problemsOf(syntheticContent(200, 7).files)).toEqual([]);
  });

  it.each([1, 2, 3])(
    'with 200 mistakes of at least 30 kinds has at least 98 % of them named by rule, file and line (seed %i)',
    async (seed) => {
      const { files, articles } = syntheticContent(200, seed);
      const planted = plantMistakes(files, articles, seed);
      const problems = await problemsOf(files);
      const named = new Set(problems.map(({ rule, file, line }) => `${rule} ${file}:${line}`));
      const missed = planted.filter(({ rule, file, line }) => !named.has(`${rule} ${file}:${line}`));
      expect(planted).toHaveLength(200);
      expect(mistakes.length).toBeGreaterThanOrEqual(30);
      expect(missed.length / planted.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.02);
    },
  );
});
