import { memoize } from '../../../cache/memoize.ts';
import { dot } from '../../core/embedding/vectors.ts';
import type { CodeBits } from '../../core/semantic/quantized.ts';
import { foreignNames, OWN_FILES, type SemanticNames } from '../../core/semantic/semantic-names.ts';
import type { ForeignIndex } from '../distil/foreign-index.ts';
import type { SemanticIndex } from '../distil/semantic-index.ts';
import type { PieceVector } from '../distil/student.ts';
import type { IndexSection } from '../index-document.ts';
import { type Centroids, type Clustering, clusterSections } from './cluster-sections.ts';
import { type Coding, codeRow, dimensionScales } from './format/quantized.ts';
import { writeClusters } from './format/section-vectors.ts';
import { writeStudentFile, writeStudentShard } from './format/student-files.ts';
import { writeVectorsFile } from './format/vectors-file.ts';
import { frequentPieces, keptFrequentPieces, piecesAsked } from './frequent-pieces.ts';
import type { IndexSizes } from './sizes.ts';
import { studentShards } from './student-shards.ts';

/** Bits of a code of the student's vectors; 8 would double what each rare word fetches. */
const STUDENT_BITS = 4;

/** How many dimensions are kept of each vector, and in how many bits each. */
interface VectorBudget {
  dimensions: number;
  bits: CodeBits;
}

/** From the best to the smallest; what each loses is in src/search/README.md. */
const BUDGETS: readonly VectorBudget[] = [
  { dimensions: 128, bits: 8 },
  { dimensions: 128, bits: 4 },
  { dimensions: 96, bits: 4 },
  { dimensions: 64, bits: 4 },
];

/** Of the vectors for questions in other languages, which come on top; so do the student's, of as many dimensions. */
const FOREIGN_BUDGETS = BUDGETS.slice(-2);

/** What the vectors of sections that are too many for one file have, in shards of clusters. */
const CLUSTERED: VectorBudget = { dimensions: 64, bits: 4 };

/** Clusters of sections, for each of the square root of these, at most. */
const CLUSTERS_PER_ROOT = 4;
/** How many times the mean a cluster may have. */
const LARGEST = 2;

/** What the vectors of the sections have room for. */
interface VectorRoom extends Pick<IndexSizes, 'cluster'> {
  /** Bytes of one file with all of them, before compression: every visitor who searches fetches it. */
  mostBytes: number;
  budgets: readonly VectorBudget[];
}

/** The most that the vectors of so many sections can have within the bytes of a file; undefined where they are too many for one. */
function vectorBudget(sections: number, { mostBytes, budgets }: VectorRoom): VectorBudget | undefined {
  return budgets.find(({ dimensions, bits }) => (sections * dimensions * bits) / 8 <= mostBytes);
}

/**
 * The files of a locale's vectors and its student, by name.
 * @param stopWords Words that questions are full of, whether the site says them or not.
 * @param live Whether clusters are kept from one time to the next.
 */
export async function semanticFiles(
  semantic: SemanticIndex,
  sections: readonly IndexSection[],
  stopWords: readonly string[],
  { vectorFile: mostBytes, cluster }: Pick<IndexSizes, 'vectorFile' | 'cluster'>,
  live: boolean,
): Promise<{ files: Map<string, Uint8Array>; studentShards: number }> {
  const { files, dimensions } = await sectionFiles(semantic, { mostBytes, cluster, budgets: BUDGETS }, OWN_FILES, live);
  files.set(OWN_FILES.projection, writeProjection(semantic, semantic.common?.questions, dimensions));
  if (semantic.student === undefined) return { files, studentShards: 0 };
  const most = live ? keptFrequentPieces : frequentPieces;
  const frequent = (vectorOf: ReadonlyMap<string, Float32Array>): PieceVector[] =>
    most(vectorOf, { sections, stopWords, form: semantic.model.pieces });
  return { files, studentShards: addStudent(files, semantic.student, { dimensions, names: OWN_FILES, frequent }) };
}

/** The files of a locale's vectors for questions in other languages, and of the students of these languages, by name. */
export async function foreignFiles(
  foreign: ForeignIndex,
  { vectorFile, cluster }: Pick<IndexSizes, 'vectorFile' | 'cluster'>,
  live: boolean,
): Promise<{ files: Map<string, Uint8Array>; studentShards: Record<string, number> }> {
  const languages = Object.entries(foreign.students);
  const room = { mostBytes: vectorFile / 2, cluster, budgets: FOREIGN_BUDGETS };
  const { files, dimensions } = await sectionFiles(foreign, room, foreignNames(''), live);
  const studentShards = Object.fromEntries(
    languages.map(([language, { table, common, asked }]) => {
      const names = foreignNames(language);
      files.set(names.projection, writeProjection(foreign, common, dimensions));
      const frequent = (vectorOf: ReadonlyMap<string, Float32Array>): PieceVector[] =>
        piecesAsked(asked, vectorOf, foreign.model.pieces);
      return [language, addStudent(files, table, { dimensions, names, frequent })];
    }),
  );
  return { files, studentShards };
}

/**
 * The files of the sections' vectors, and the dimensions that are kept: all in one where they have room in it, else the means of
 * clusters, and a shard for each. Of twice as many sections, both the clusters and their members are 1.4 times as many, so
 * that neither what every search fetches nor what it looks at grows as fast as the site.
 */
async function sectionFiles(
  { sections, projection }: Pick<SemanticIndex, 'sections' | 'projection'>,
  room: VectorRoom,
  names: SemanticNames,
  live: boolean,
): Promise<{ files: Map<string, Uint8Array>; dimensions: number }> {
  const inOne = vectorBudget(sections.length, room);
  const { dimensions: most, bits } = inOne ?? CLUSTERED;
  const dimensions = Math.min(most, projection.length);
  const kept = sections.map((vector) => (live ? firstOf(vector, dimensions) : vector.subarray(0, dimensions)));
  if (inOne) return { files: new Map([[names.vectors, writeVectorsFile(kept, dimensions, bits)]]), dimensions };
  const clusters = await clusterSections(
    kept,
    clusteringOf(sections.length, room),
    live ? lastCentroids(projection) : undefined,
  );
  const coding = live ? keptCoding(projection, kept, dimensions) : codingOf(kept, dimensions);
  const { file, shards } = writeClusters(kept, clusters, coding);
  const files = new Map([[names.vectors, file]]);
  shards.forEach((shard, cluster) => files.set(names.vectorShard(cluster), shard));
  return { files, dimensions };
}

/** How the vectors of sections in clusters are coded. */
function codingOf(vectors: readonly Float32Array[], dimensions: number): Coding {
  const { bits } = CLUSTERED;
  return { scales: dimensionScales(vectors, dimensions, bits), bits };
}

/** As it was the first time in these directions: an edit hardly changes it, and what it leaves alone is coded once. */
const keptCoding = memoize(
  (_projection: readonly Float32Array[], vectors: readonly Float32Array[], dimensions: number): Coding => {
    const coding = codingOf(vectors, dimensions);
    return { ...coding, code: memoize((row) => codeRow(row, coding)) };
  },
  1,
);

/** The same view of the same vector, so that its cluster is known from before. */
const firstOf = memoize((vector: Float32Array, dimensions: number): Float32Array => vector.subarray(0, dimensions));

/** Of the clusters that were made last in these directions, which an edit leaves as they are. */
const lastCentroids = memoize((_projection: readonly Float32Array[]): Centroids => ({}));

function clusteringOf(sections: number, { cluster }: Pick<IndexSizes, 'cluster'>): Clustering {
  const clusters = Math.round(Math.min(CLUSTERS_PER_ROOT * Math.sqrt(sections), sections / cluster));
  return { clusters: Math.max(1, clusters), largest: LARGEST };
}

interface StudentFiles {
  dimensions: number;
  names: SemanticNames;
  /** The pieces that come with the first question. */
  frequent(vectorOf: ReadonlyMap<string, Float32Array>): PieceVector[];
}

/** Adds the files of a student; gives the number of its shards. */
function addStudent(
  files: Map<string, Uint8Array>,
  student: readonly PieceVector[],
  { dimensions, names, frequent }: StudentFiles,
): number {
  const { scales, firstKeys, shards, vectorOf } = writeStudent(student, dimensions);
  files.set(names.student, writeStudentFile(frequent(vectorOf), firstKeys, scales, STUDENT_BITS));
  shards.forEach((shard, place) => files.set(names.shard(place), shard));
  return shards.length;
}

/** With what questions have in common as one more column, which takes it off: see `projected` of the semantic scorer. */
function writeProjection(
  { projection, model }: Pick<SemanticIndex, 'projection' | 'model'>,
  common: Float32Array | undefined,
  dimensions: number,
): Uint8Array {
  const rows = projection
    .slice(0, dimensions)
    .map((row) => (common ? Float32Array.of(...row, -dot(row, common)) : row));
  return writeVectorsFile(rows, model.dimensions + (common ? 1 : 0), 8);
}

/** What of a student's files depends on the first `dimensions` of its vectors alone. In the dev server a student is reused for many edits. */
const writeStudent = memoize((student: readonly PieceVector[], dimensions: number) => {
  const pieces = student.map(([piece, vector]): PieceVector => [piece, vector.subarray(0, dimensions)]);
  const scales = dimensionScales(
    pieces.map(([, vector]) => vector),
    dimensions,
    STUDENT_BITS,
  );
  const { firstKeys, shards } = studentShards(pieces);
  return {
    scales,
    firstKeys,
    shards: shards.map((shard) => writeStudentShard(shard, scales, STUDENT_BITS)),
    vectorOf: new Map(pieces),
  };
});
