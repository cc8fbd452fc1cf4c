import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import type { EmbeddedBy, ManifestModel } from '../../core/index/manifest.ts';
import type { PartVectors } from '../embed/section-parts.ts';
import { sectionVectors } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexSection } from '../index-document.ts';
import { distil } from './distil.ts';
import { evenSample } from './project.ts';
import { projectSections, unprojected } from './projected-sections.ts';
import type { PieceVector, StudentReport } from './student.ts';

/**
 * The meaning of a locale's sections: everything in the same few dimensions, those first in which the sections differ
 * most, so that the index may keep only the first ones.
 */
export interface SemanticIndex {
  model: ManifestModel;
  /** One vector a section, in the order of `indexSections`; a query's cosine is its product with it. */
  sections: readonly Float32Array[];
  /** Rows that take a vector of the teacher into those dimensions; applied to the teacher's query vectors in the deep tier. */
  projection: readonly Float32Array[];
  /** What all sections, and what all questions have in common, of the teacher's dimensions; undefined where it is not taken off. */
  common?: { sections: PartVectors; questions?: Float32Array };
  /** The student's table; undefined where no student was fitted. */
  student?: readonly PieceVector[];
  /** How well the student learned. */
  report?: StudentReport;
}

export interface SemanticIndexOptions {
  locale: string;
  sections: readonly IndexSection[];
  teacher: Teacher;
  settings: ModelSettings;
  progress: ProgressSink;
  /** The result for an earlier state of these sections: its student is reused, and words that are new to the site get the prior's rows. */
  previous?: SemanticIndex | undefined;
}

/** Embeds the sections and distils the teacher for them. */
export async function buildSemanticIndex({
  locale,
  sections,
  teacher,
  settings,
  progress,
  previous,
}: SemanticIndexOptions): Promise<SemanticIndex> {
  const embedded = await sectionVectors(unprojected(sections, previous?.projection), {
    teacher,
    progress,
    common: previous?.common?.sections,
  });
  const { student, projection, report, common } = previous ?? (await fitted());
  return {
    model: embeddedBy(teacher, settings),
    sections: await projectSections(sections, embedded, projection),
    projection,
    ...(common && { common }),
    ...(student && { student }),
    ...(report && { report }),
  };

  async function fitted(): Promise<Pick<SemanticIndex, 'student' | 'projection' | 'report' | 'common'>> {
    const {
      table,
      projection,
      report,
      common: ofQuestions,
    } = await distil({
      locale,
      sections,
      vectors: await embedded.of(evenSample(sections)),
      teacher,
      progress,
    });
    const common = embedded.common && {
      sections: embedded.common,
      ...(ofQuestions && { questions: ofQuestions }),
    };
    return { student: table, projection, report, ...(common && { common }) };
  }
}

/** What an index says of the model that its vectors are made by. */
export function embeddedBy(
  teacher: Teacher,
  { dimensions, pooling, queryPrefix, passagePrefix }: ModelSettings,
): EmbeddedBy {
  return {
    id: teacher.id,
    dimensions,
    pooling,
    queryPrefix,
    passagePrefix,
    centred: teacher.centred,
    pieces: teacher.pieceForm,
  };
}
