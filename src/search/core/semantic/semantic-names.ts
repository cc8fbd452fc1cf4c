/** The files of a meaning of the sections: their vectors, and what takes a question to them. */
export interface SemanticNames {
  vectors: string;
  /** The vectors of a cluster, where they are too many for one file. */
  vectorShard(cluster: number): string;
  projection: string;
  student: string;
  shard(place: number): string;
}

/** For questions in the index's language. */
export const OWN_FILES: SemanticNames = {
  vectors: 'vectors.bin',
  vectorShard: (cluster) => `vectors-${cluster}.bin`,
  projection: 'projection.bin',
  student: 'student.bin',
  shard: (place) => `student-${place}.bin`,
};

/** For questions in another language; these share the vectors. */
export function foreignNames(language: string): SemanticNames {
  return {
    vectors: 'foreign-vectors.bin',
    vectorShard: (cluster) => `foreign-vectors-${cluster}.bin`,
    projection: `foreign-${language}-projection.bin`,
    student: `foreign-${language}-student.bin`,
    shard: (place) => `foreign-${language}-student-${place}.bin`,
  };
}
