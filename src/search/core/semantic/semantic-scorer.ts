import type { Files } from '../index/index-files.ts';
import type { Manifest } from '../index/manifest.ts';
import type { Tier, VectorKind } from '../types.ts';
import { multiply } from './quantized.ts';
import { normalise, studentVector } from './query-vector.ts';
import { readStudentFile, readStudentShard } from './student-files.ts';
import { readVectorsFile, type VectorsFile } from './vectors-file.ts';

/** How near the query's meaning is to each section. */
export interface SemanticScores {
  tier: 'instant' | 'deep';
  /** By section, within the kept dimensions: what of a question lies outside them is how it is phrased rather than what it is about. */
  cosines: Float32Array;
}

export interface SemanticOptions {
  tier?: Tier;
  /** The teacher's embedding of the query. */
  queryVector?: Float32Array;
  /** Whether the last word may still be being typed. */
  lastWordPartial?: boolean;
}

/** Compares the meaning of a query with that of the sections, by the student or by the teacher's vector. */
export class SemanticScorer {
  readonly #files: Files;
  readonly #manifest: Manifest;

  constructor(files: Files, manifest: Manifest) {
    this.#files = files;
    this.#manifest = manifest;
  }

  get kind(): VectorKind {
    return this.#manifest.model?.centred ? 'centred' : 'plain';
  }

  /** Fetches what the instant tier's scores of a query are made of. */
  async prefetch(query: string, lastWordPartial?: boolean): Promise<void> {
    if (this.#manifest.counts.studentShards === 0) return;
    await Promise.all([this.#files.read('vectors.bin', readVectorsFile), this.#studentVector(query, lastWordPartial)]);
  }

  /** Undefined where the tier is `lexical`, the index has no vectors or they were not fetched, or the student knows no word of the query. */
  async scores(
    query: string,
    { tier = 'instant', queryVector, lastWordPartial }: SemanticOptions,
  ): Promise<SemanticScores | undefined> {
    const { model, counts } = this.#manifest;
    if (tier === 'lexical' || model === undefined) return undefined;
    const reading = this.#files.read('vectors.bin', readVectorsFile);
    if (tier === 'deep' && queryVector !== undefined) {
      if (queryVector.length !== model.dimensions)
        throw new RangeError(
          `A query vector of ${queryVector.length} dimensions; this index was made by ${model.id} with ${model.dimensions}.`,
        );
      const projection = await this.#files.read('projection.bin', readVectorsFile);
      const sections = await reading;
      return (
        sections &&
        projection && {
          tier: 'deep',
          cosines: compare(sections, projected(queryVector, projection)),
        }
      );
    }
    if (counts.studentShards === 0) return undefined;
    const [sections, vector] = await Promise.all([reading, this.#studentVector(query, lastWordPartial)]);
    return sections && vector && { tier: 'instant', cosines: compare(sections, vector) };
  }

  async #studentVector(query: string, lastWordPartial?: boolean): Promise<Float32Array | undefined> {
    const student = await this.#files.read('student.bin', readStudentFile);
    if (student === undefined) return undefined;
    const read = (shard: number) =>
      this.#files.read(`student-${shard}.bin`, (file, name) => readStudentShard(file, name, student.scales.length));
    const form = this.#manifest.model!.pieces;
    return studentVector(query, { file: student, form, shards: read }, lastWordPartial);
  }
}

/**
 * A vector of the teacher in the sections' dimensions, at length 1. A projection with one column more than the teacher has
 * dimensions takes off what all questions have in common: that column is added.
 */
function projected(vector: Float32Array, { rows, scales }: VectorsFile): Float32Array | undefined {
  const whole = Float32Array.from({ length: scales.length }, (_, place) => vector[place] ?? 1);
  return normalise(multiply(rows, scaled(whole, scales)));
}

function compare({ rows, scales }: VectorsFile, vector: Float32Array | undefined): Float32Array {
  return vector === undefined ? new Float32Array(rows.rowScales.length) : multiply(rows, scaled(vector, scales));
}

function scaled(vector: Float32Array, scales: Float32Array): Float32Array {
  return vector.map((value, dimension) => value * scales[dimension]!);
}
