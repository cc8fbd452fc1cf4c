import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ENGLISH_MODEL } from '../../../../../src/schemas/search-settings.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import { packPrior, SHIPPED_PRIORS, unpackPrior } from '../../../../../src/search/indexer/distil/shipped-prior.ts';
import { loadTeacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { cosine, remadeRows } from '../../../../support/prior-rows.ts';

const WIDTH = 16;
const silent = { start() {}, advance() {}, stop() {} };

/** Rows whose later dimensions say less and less, as those of embeddings do after turning; every third row is empty. */
function someRows(count: number): Float32Array {
  const random = seededRandom('rows');
  return Float32Array.from({ length: count * WIDTH }, (_, place) =>
    Math.floor(place / WIDTH) % 3 === 0 ? 0 : (random() - 0.5) / (1 + (place % WIDTH)),
  );
}

describe('a prior that comes with the project', () => {
  it('gives its rows back nearly as they were, and empty ones empty', async () => {
    const rows = someRows(300);
    const back = await unpackPrior(await packPrior(rows, WIDTH, 0.05));
    expect(back).toHaveLength(rows.length);
    for (let row = 0; row < 300; row++) {
      const [before, after] = [rows, back].map((one) => one.subarray(row * WIDTH, (row + 1) * WIDTH)) as [
        Float32Array,
        Float32Array,
      ];
      if (row % 3 === 0) expect(after.every((value) => value === 0)).toBe(true);
      else expect(cosine(before, after)).toBeGreaterThan(0.98);
    }
  });

  it('takes at most 3 MB, as do the others', async () => {
    const files = await readdir(SHIPPED_PRIORS);
    const bytes = await Promise.all(files.map(async (file) => (await readFile(new URL(file, SHIPPED_PRIORS))).length));
    expect(files.length).toBeGreaterThan(0);
    for (const length of bytes) expect(length).toBeLessThanOrEqual(3_000_000);
  });

  it('is what the model gives today: rows made again from the spans that they were learned from are those rows', async () => {
    const cosines = await remadeRows(await loadTeacher(ENGLISH_MODEL, { progress: silent }), 'en');
    expect(cosines.reduce((sum, value) => sum + value, 0) / cosines.length).toBeGreaterThan(0.9);
    expect(Math.min(...cosines)).toBeGreaterThan(0.75);
  });
});
