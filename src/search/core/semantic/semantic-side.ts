import type { IndexFiles } from '../index/index-files.ts';
import type { Manifest } from '../index/manifest.ts';
import type { Tier } from '../types.ts';
import { multiply } from './quantised.ts';
import { normalise, studentVector } from './query-vector.ts';
import { readStudentFile, readStudentShard } from './student-files.ts';
import { readVectorsFile, type VectorsFile } from './vectors-file.ts';

/** How near the query's meaning is to each section. */
export interface SemanticScores {
  tier: 'instant' | 'deep';
  /** By section, within the kept dimensions: what of a question lies outside them is its manner rather than its matter. */
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
export class SemanticSide {
  readonly #files: IndexFiles;
  readonly #manifest: Manifest;

  constructor(files: IndexFiles, manifest: Manifest) {
    this.#files = files;
    this.#manifest = manifest;
  }

  /** Undefined where the tier is `lexical`, the index has no vectors, or the student knows no word of the query. */
  async scores(query: string, { tier = 'instant', queryVector, lastWordPartial }: SemanticOptions): Promise<SemanticScores | undefined> {
    const { model, counts } = this.#manifest;
    if (tier === 'lexical' || model === undefined) return undefined;
    const sections = this.#files.read('vectors.bin', readVectorsFile);
    if (tier === 'deep' && queryVector !== undefined) {
      if (queryVector.length !== model.dimensions) throw new RangeError(`A query vector of ${queryVector.length} dimensions; this index was made by ${model.id} with ${model.dimensions}.`);
      const projection = await this.#files.read('projection.bin', readVectorsFile);
      return { tier: 'deep', cosines: compare(await sections, normalise(multiply(projection.rows, scaled(queryVector, projection.scales)))) };
    }
    if (counts.studentShards === 0) return undefined;
    const student = await this.#files.read('student.bin', readStudentFile);
    const read = (shard: number) => this.#files.read(`student-${shard}.bin`, (file, name) => readStudentShard(file, name, student.scales.length));
    const vector = await studentVector(query, student, read, lastWordPartial);
    return vector && { tier: 'instant', cosines: compare(await sections, vector) };
  }
}

function compare({ rows, scales }: VectorsFile, vector: Float32Array | undefined): Float32Array {
  return vector === undefined ? new Float32Array(rows.rowScales.length) : multiply(rows, scaled(vector, scales));
}

function scaled(vector: Float32Array, scales: Float32Array): Float32Array {
  return vector.map((value, dimension) => value * scales[dimension]!);
}
