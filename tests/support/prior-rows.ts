import { readdir, readFile } from 'node:fs/promises';
import { textOfPiece } from '../../src/search/core/semantic/pieces.ts';
import { PRIOR_FIT } from '../../src/search/indexer/distil/prior.ts';
import { priorSpans } from '../../src/search/indexer/distil/prior-spans.ts';
import { seededRandom } from '../../src/search/indexer/distil/seeded-random.ts';
import { SHIPPED_PRIORS, unpackPrior } from '../../src/search/indexer/distil/shipped-prior.ts';
import { meanOf, withoutCommon } from '../../src/search/indexer/embed/centre.ts';
import type { Teacher } from '../../src/search/indexer/embed/teacher.ts';

/** Rows that are made again. */
const ROWS = 16;
/** Texts from which it is taken what all have in common. */
const COMMON = 200;
const SHORTEST_TARGET = 0.1;

/**
 * Some rows of the prior that comes with the project, made again from the spans that they were learned from.
 * @returns the cosine of each to the row as it is.
 * @throws Error where no prior of this model comes with the project.
 */
export async function remadeRows(teacher: Teacher, locale: string): Promise<number[]> {
  const files = await readdir(SHIPPED_PRIORS);
  const file = files.find((name) => name.startsWith(`${teacher.family}-${locale}-`));
  if (file === undefined)
    throw new Error(`npm run learn-prior -- --locale ${locale} writes the prior of ${teacher.id}.`);
  const rows = await unpackPrior(await readFile(new URL(file, SHIPPED_PRIORS)));
  const width = teacher.dimensions;
  const rowOf = (piece: number) => rows.subarray(piece * width, (piece + 1) * width);
  const { vocabulary, pieces, texts, questions } = priorSpans(teacher, locale);
  const bags = texts.map((text) => vocabulary.tokenize(text));
  const spansOf = new Map<number, number[]>();
  bags.forEach((bag, span) => {
    for (const piece of new Set(bag)) spansOf.set(piece, [...(spansOf.get(piece) ?? []), span]);
  });
  const random = seededRandom('sample');
  const some = <Item>(items: readonly Item[], count: number): Item[] =>
    Array.from({ length: count }, () => items[Math.floor(random() * items.length)]!);
  const few = [...spansOf].filter(([, spans]) => spans.length >= 4 && spans.length <= 12).map(([piece]) => piece);
  const sample = some(few, ROWS);
  const alone = (piece: number) => textOfPiece(vocabulary.pieces[piece]!, vocabulary.form);
  const embed = (wanted: string[]) => teacher.embed(wanted, { kind: 'query' });
  const common = teacher.centred ? meanOf(await embed(some(texts.slice(questions), COMMON))) : undefined;
  const embedCentred = async (wanted: string[]) =>
    (await embed(wanted)).map((vector) => (common ? withoutCommon(vector, common) : vector));
  // What all pieces have in common, from some of them.
  const ofPieces = meanOf(await embedCentred(some(pieces, COMMON).map(alone)));
  const cosines: number[] = [];
  for (const piece of sample) {
    const spans = spansOf.get(piece)!;
    const vectors = await embedCentred([alone(piece), ...spans.map((span) => texts[span]!)]);
    vectors[0] = vectors[0]!.map((value, place) => value - ofPieces[place]!);
    const row = new Float32Array(width);
    let weight = PRIOR_FIT.lambda;
    // One step of Gauss and Seidel: the row that fits its spans best while all others stay. A fit is where none moves.
    [[piece], ...spans.map((span) => bags[span]!)].forEach((bag, place) => {
      const target = vectors[place]!;
      const sum = new Float32Array(width);
      for (const one of bag) rowOf(one).forEach((value, dimension) => (sum[dimension]! += value));
      const along = sum.reduce((total, value, dimension) => total + value * target[dimension]!, 0);
      const length = Math.max(SHORTEST_TARGET, along / target.reduce((total, value) => total + value ** 2, 0));
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
  return cosines;
}

export function cosine(one: Float32Array, other: Float32Array): number {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, place) => sum + value * b[place]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
