import type { Files } from '../index/index-files.ts';
import type { EmbeddedBy, Manifest } from '../index/manifest.ts';
import { loadOnce } from '../load-once.ts';
import { languageOf } from '../text/language.ts';
import type { Tier, VectorKind } from '../types.ts';
import type { Probed } from './probe.ts';
import { addRow, multiply } from './quantized.ts';
import { normalise, studentVector } from './query-vector.ts';
import { readSectionVectors, type SectionVectors } from './section-vectors.ts';
import { foreignNames, OWN_FILES, type SemanticNames } from './semantic-names.ts';
import { readStudentFile, readStudentShard } from './student-files.ts';
import { readVectorsFile, scaled, type VectorsFile } from './vectors-file.ts';

/** How near the query's meaning is to each section. */
export interface SemanticScores {
  tier: 'instant' | 'deep';
  /** By section, within the kept dimensions: what of a question lies outside them is how it is phrased rather than what it is about. */
  cosines: Float32Array;
  /** The query's own vector in these dimensions, at length 1; undefined for one that says nothing in them. */
  vector: Float32Array | undefined;
  /** About the least cosine, where not all are measured. */
  least?: number | undefined;
  /** Set where vectors that should have been looked at were not there: those cosines are estimates, see `probe`. */
  lacking?: Pick<Probed, 'failure'> | undefined;
}

export interface SemanticOptions {
  tier?: Tier;
  /** The teacher's embedding of the query. */
  queryVector?: Float32Array;
  /** Whether the last word may still be being typed. */
  lastWordPartial?: boolean;
  /** Words of the query that may be typos, with what they would mean; for the student. */
  spelled?: ReadonlyMap<string, string> | undefined;
  /** How well the query's words match each section. Asked only where the vectors are too many for one file, whose nearest are not all. */
  byWords?: (() => Promise<Float32Array>) | undefined;
}

/** Only an index with more sections than one file has vectors of fetches it. */
const clustered = loadOnce(() => import('./clusters.ts'));

/** What the meaning of queries in one language is compared by. */
interface Meaning {
  model: EmbeddedBy;
  studentShards: number;
  names: SemanticNames;
  kind: VectorKind;
}

/** What an index has for queries in a language; undefined where it has words alone. */
function meaningFor({ locale, model, counts, foreign }: Manifest, askedIn: string | undefined): Meaning | undefined {
  const language = languageOf(askedIn ?? locale);
  if (language === languageOf(locale))
    return (
      model && {
        model,
        studentShards: counts.studentShards,
        names: OWN_FILES,
        kind: model.centred ? 'centred' : 'plain',
      }
    );
  const studentShards = foreign?.studentShards[language];
  if (!foreign || studentShards === undefined) return undefined;
  return { model: foreign.model, studentShards, names: foreignNames(language), kind: 'foreign' };
}

/** Compares the meaning of a query with that of the sections, by the student or by the teacher's vector. */
export class SemanticScorer {
  readonly #files: Files;
  readonly #meaning: Meaning | undefined;

  /** @param askedIn The locale that queries are in, where it is not the index's own. */
  constructor(files: Files, manifest: Manifest, askedIn?: string) {
    this.#files = files;
    this.#meaning = meaningFor(manifest, askedIn);
  }

  get kind(): VectorKind {
    return this.#meaning?.kind ?? 'plain';
  }

  /** Whose vectors of queries can be compared; undefined where none can. */
  get model(): string | undefined {
    return this.#meaning?.model.id;
  }

  /** Fetches what the instant tier's scores of a query are made of. */
  async prefetch(query: string, options: SemanticOptions): Promise<void> {
    const meaning = this.#meaning;
    if (meaning === undefined || meaning.studentShards === 0) return;
    await this.scores(query, options);
  }

  /** Undefined where the tier is `lexical`, the index has no vectors or they were not fetched, or the student knows no word of the query. */
  async scores(query: string, options: SemanticOptions): Promise<SemanticScores | undefined> {
    const { tier = 'instant', queryVector } = options;
    const meaning = this.#meaning;
    if (tier === 'lexical' || meaning === undefined) return undefined;
    const { model, names } = meaning;
    const reading = this.#files.read(names.vectors, readSectionVectors);
    if (tier === 'deep' && queryVector !== undefined) {
      if (queryVector.length !== model.dimensions)
        throw new RangeError(
          `A query vector of ${queryVector.length} dimensions; this index was made by ${model.id} with ${model.dimensions}.`,
        );
      const projection = await this.#files.read(names.projection, readVectorsFile);
      const sections = await reading;
      return (
        sections &&
        projection && {
          tier: 'deep',
          ...(await this.#compared(names, sections, projected(queryVector, projection), options)),
        }
      );
    }
    if (meaning.studentShards === 0) return undefined;
    const [sections, vector] = await Promise.all([reading, this.#studentVector(meaning, query, options)]);
    return sections && vector && { tier: 'instant', ...(await this.#compared(names, sections, vector, options)) };
  }

  /** The vectors of sections at length 1, in the kept dimensions; undefined where there are none, or they were not fetched. */
  async vectorsOf(sections: readonly number[]): Promise<Float32Array[] | undefined> {
    const names = this.#meaning?.names;
    const file = names && (await this.#files.read(names.vectors, readSectionVectors));
    if (!file) return undefined;
    const { rows, scales } = file;
    const clusters = file.parted && (await clustered());
    const placed = await Promise.all(
      sections.map((section) =>
        clusters ? clusters.rowInClusters({ file, names, files: this.#files }, section) : { rows, row: section },
      ),
    );
    const vectors = placed.flatMap((at) => {
      if (!at) return [];
      const vector = new Float32Array(rows.dimensions);
      addRow(vector, at.rows, at.row, 1);
      return [normalise(scaled(vector, scales)) ?? vector];
    });
    return vectors.length === sections.length ? vectors : undefined;
  }

  async #compared(
    names: SemanticNames,
    file: SectionVectors,
    vector: Float32Array | undefined,
    { byWords }: SemanticOptions,
  ): Promise<Omit<SemanticScores, 'tier'>> {
    if (!file.parted)
      return { cosines: vector ? productsOf(file, vector) : new Float32Array(file.rows.rowScales.length), vector };
    const { cosinesInClusters } = await clustered();
    const { cosines, least, lacking, failure } = await cosinesInClusters(
      { file, names, files: this.#files },
      vector,
      byWords,
    );
    return { cosines, vector, least, ...(lacking && { lacking: { failure } }) };
  }

  async #studentVector(
    { model, names }: Meaning,
    query: string,
    options: SemanticOptions,
  ): Promise<Float32Array | undefined> {
    const student = await this.#files.read(names.student, readStudentFile);
    if (student === undefined) return undefined;
    const read = (shard: number) =>
      this.#files.read(names.shard(shard), (file, name) => readStudentShard(file, name, student.scales.length));
    return studentVector(query, { file: student, form: model.pieces, shards: read }, options);
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

/** The products of the rows of a file with a vector in its dimensions. */
export function productsOf({ rows, scales }: VectorsFile, vector: Float32Array): Float32Array {
  return multiply(rows, scaled(vector, scales));
}
