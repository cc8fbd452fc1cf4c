import type { ModelSettings } from '../../schemas/search-settings.ts';
import type { IndexSection } from './index-document.ts';
import type { ProgressSink } from './progress.ts';
import { sectionVectors } from './section-vectors.ts';
import type { SemanticInput } from './semantic-input.ts';
import type { Teacher } from './teacher.ts';

/** Embeds the sections and distils the teacher for them. */
export async function semanticIndex(sections: readonly IndexSection[], teacher: Teacher, settings: ModelSettings, progress: ProgressSink): Promise<SemanticInput> {
  const { dimensions, pooling, queryPrefix, passagePrefix } = settings;
  const vectors = await sectionVectors(sections, teacher, progress);
  return {
    model: { id: teacher.id, dimensions, pooling, queryPrefix, passagePrefix },
    sections: vectors,
    projection: Array.from({ length: dimensions }, (_, row) => Float32Array.from({ length: dimensions }, (_, column) => (row === column ? 1 : 0))),
  };
}
