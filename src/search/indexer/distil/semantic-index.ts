import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { distil } from './distil.ts';
import { projectRows } from './project.ts';
import { joined, rowsOf } from './matrix.ts';
import type { IndexSection } from '../index-document.ts';
import { sectionVectors } from '../embed/section-vectors.ts';
import type { SemanticInput } from './semantic-input.ts';
import type { Teacher } from '../embed/teacher.ts';

export interface SemanticIndexOptions {
  locale: string;
  sections: readonly IndexSection[];
  teacher: Teacher;
  settings: ModelSettings;
  progress: ProgressSink;
  /** What was made of an earlier state of these sections: its student is kept, and words that are new to the site are known by the prior only. */
  former?: SemanticInput | undefined;
}

/** Embeds the sections and distils the teacher for them. */
export async function semanticIndex({ locale, sections, teacher, settings, progress, former }: SemanticIndexOptions): Promise<SemanticInput> {
  const { dimensions, pooling, queryPrefix, passagePrefix } = settings;
  const vectors = await sectionVectors(sections, teacher, progress);
  const { student, projection, report } = former ?? (await fitted());
  return {
    model: { id: teacher.id, dimensions, pooling, queryPrefix, passagePrefix },
    sections: rowsOf(await projectRows(joined(vectors), dimensions, projection), projection.length),
    projection,
    ...(student && { student }),
    ...(report && { report }),
  };

  async function fitted(): Promise<Pick<SemanticInput, 'student' | 'projection' | 'report'>> {
    const { table, projection, report } = await distil({ locale, sections, vectors, teacher, progress });
    return { student: table, projection, report };
  }
}
