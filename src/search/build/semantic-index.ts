import type { ModelSettings } from '../../schemas/search-settings.ts';
import { distil } from './distil/distil.ts';
import { projectRows } from './distil/project.ts';
import type { IndexSection } from './index-document.ts';
import type { ProgressSink } from './progress.ts';
import { sectionVectors } from './section-vectors.ts';
import type { SemanticInput } from './semantic-input.ts';
import type { Teacher } from './teacher.ts';

export interface SemanticIndexOptions {
  locale: string;
  sections: readonly IndexSection[];
  teacher: Teacher;
  settings: ModelSettings;
  progress: ProgressSink;
}

/** Embeds the sections and distils the teacher for them. */
export async function semanticIndex({ locale, sections, teacher, settings, progress }: SemanticIndexOptions): Promise<SemanticInput> {
  const { dimensions, pooling, queryPrefix, passagePrefix } = settings;
  const vectors = await sectionVectors(sections, teacher, progress);
  const { table, projection, report } = await distil({ locale, sections, vectors, teacher, progress });
  return {
    model: { id: teacher.id, dimensions, pooling, queryPrefix, passagePrefix },
    sections: vectors.map((vector) => projectRows(vector, dimensions, projection)),
    projection,
    student: table,
    report,
  };
}
