import type { ManifestModel } from '../../core/index/manifest.ts';
import type { StudentReport } from './distil.ts';
import type { PieceVector } from '../write/format/student-files.ts';

/**
 * What distilling gives the index of a locale: everything in the same few dimensions, those first in which
 * the sections differ most, so that the index may keep only the first ones.
 */
export interface SemanticInput {
  model: ManifestModel;
  /** One vector a section, in the order of `indexSections`; a query's cosine is its product with it. */
  sections: readonly Float32Array[];
  /** Rows that take a vector of the teacher into those dimensions; applied to the teacher's query vectors in the deep tier. */
  projection: readonly Float32Array[];
  /**
   * Vectors of word pieces as the teacher's tokenizer writes them (`##ing` for a continuation), whose sum is a query's
   * vector up to its length. Undefined where no student was fitted.
   */
  student?: readonly PieceVector[];
  /** How well the student learned. */
  report?: StudentReport;
}
