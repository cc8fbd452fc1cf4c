import type { ProgressSink } from '../../../terminal/progress.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexSection } from '../index-document.ts';
import { fitStudent } from './fit-student.ts';
import type { PriorOptions } from './prior.ts';
import { principalComponents } from './project.ts';
import type { Student } from './student.ts';
import { taughtBy } from './taught-texts.ts';

export interface DistilInput {
  locale: string;
  sections: readonly IndexSection[];
  /** The teacher's vectors of the sections, or of an even sample of them: only the directions are found by these. */
  vectors: readonly Float32Array[];
  teacher: Teacher;
  progress: ProgressSink;
  prior?: Pick<PriorOptions, 'cache' | 'spans'>;
}

const DIMENSIONS = 128;

/**
 * Fits the student of one site: a vector for each word piece, so that the sum over the pieces of a question lies where
 * the teacher would put the question. The same sections and settings give the same student.
 */
export async function distil({ locale, sections, vectors, teacher, progress, prior }: DistilInput): Promise<Student> {
  if (sections.length === 0) return { table: [], projection: [], report: { spans: 0, heldOut: 0, heldOutCosine: 0 } };
  const { texts, vectors: taught, common } = await taughtBy(teacher, { locale, sections, progress });
  teacher.rest?.();
  const projection = await principalComponents(vectors, taught, DIMENSIONS);
  const { table, report } = await fitStudent({ locale, texts, targets: taught, projection, teacher, progress, prior });
  return { table, projection, ...(common && { common }), report };
}
