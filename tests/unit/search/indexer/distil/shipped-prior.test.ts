import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ENGLISH_MODEL } from '../../../../../src/schemas/search-settings.ts';
import { PRIOR_FIT, priorSpans } from '../../../../../src/search/indexer/distil/prior.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import { packPrior, SHIPPED_PRIORS, unpackPrior } from '../../../../../src/search/indexer/distil/shipped-prior.ts';
import { loadTeacher } from '../../../../../src/search/indexer/embed/teacher.ts';

const WIDTH = 16;
const silent = { start() {}, advance() {}, stop() {} };
const cosine = (one: Float32Array, other: Float32Array): number => {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, place) => sum + value * b[place]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
};

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
    const back = await unpackPrior(await packPrior(rows, WIDTH));
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
    const teacher = await loadTeacher(ENGLISH_MODEL, { progress: silent });
    const [file] = (await readdir(SHIPPED_PRIORS)).filter((name) => name.startsWith(`${teacher.id}-en-`));
    expect(file, 'npm run learn-prior writes the prior of this model').toBeDefined();
    const rows = await unpackPrior(await readFile(new URL(file!, SHIPPED_PRIORS)));
    const width = teacher.dimensions;
    const rowOf = (piece: number) => rows.subarray(piece * width, (piece + 1) * width);
    const { pieces, texts } = priorSpans(teacher, 'en');
    const bags = texts.map((text) => teacher.tokenize(text));
    const spansOf = new Map<number, number[]>();
    bags.forEach((bag, span) => {
      for (const piece of new Set(bag)) spansOf.set(piece, [...(spansOf.get(piece) ?? []), span]);
    });
    const random = seededRandom('sample');
    const few = [...spansOf].filter(([, spans]) => spans.length >= 4 && spans.length <= 12).map(([piece]) => piece);
    const sample = Array.from({ length: 16 }, () => few[Math.floor(random() * few.length)]!);
    const alone = (piece: number) => teacher.vocabulary[piece]!.replace(/^##(?=.)/, '');
    const others = Array.from({ length: 200 }, () => pieces[Math.floor(random() * pieces.length)]!);
    const embed = (wanted: string[]) => teacher.embed(wanted, { kind: 'query' });
    // What all pieces have in common, from some of them.
    const common = new Float32Array(width);
    for (const vector of await embed(others.map(alone)))
      vector.forEach((value, place) => (common[place]! += value / others.length));
    const cosines: number[] = [];
    for (const piece of sample) {
      const spans = spansOf.get(piece)!;
      const vectors = await embed([alone(piece), ...spans.map((span) => texts[span]!)]);
      vectors[0] = vectors[0]!.map((value, place) => value - common[place]!);
      const row = new Float32Array(width);
      let weight = PRIOR_FIT.lambda;
      // One step of Gauss and Seidel: the row that fits its spans best while all others stay. A fit is where none moves.
      [[piece], ...spans.map((span) => bags[span]!)].forEach((bag, place) => {
        const target = vectors[place]!;
        const sum = new Float32Array(width);
        for (const one of bag) rowOf(one).forEach((value, dimension) => (sum[dimension]! += value));
        const along = sum.reduce((total, value, dimension) => total + value * target[dimension]!, 0);
        const length = Math.max(0.1, along / target.reduce((total, value) => total + value ** 2, 0));
        const times = bag.filter((one) => one === piece).length;
        weight += times ** 2;
        for (let dimension = 0; dimension < width; dimension++) {
          const rest = sum[dimension]! - times * rowOf(piece)[dimension]!;
          row[dimension]! += times * (length * target[dimension]! - rest);
        }
      });
      cosines.push(
        cosine(
          row.map((value) => value / weight),
          rowOf(piece),
        ),
      );
    }
    expect(cosines.reduce((sum, value) => sum + value, 0) / cosines.length).toBeGreaterThan(0.9);
    expect(Math.min(...cosines)).toBeGreaterThan(0.75);
  });
});
