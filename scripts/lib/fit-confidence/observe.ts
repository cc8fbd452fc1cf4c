import { TIERS, type Tier } from '../../../src/search/core/types.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { prepareSystems, type RelevanceTeachers } from '../relevance/prepare-systems.ts';
import type { Observation } from './confidence-model.ts';
import type { Trial } from './trials.ts';

/** Puts the questions of a trial to its documents, tier by tier. A tier that fell back to words alone is no observation of its own. */
export async function observe(
  { corpus, documents, questions }: Trial,
  teachers: RelevanceTeachers,
  progress: ProgressSink,
): Promise<Record<Tier, Observation[]>> {
  const set = {
    name: corpus,
    documents,
    queries: questions.map(({ query }) => query),
    answers: new Map<string, Set<string>>(),
  };
  const { systemFor } = await prepareSystems(set, TIERS, teachers, progress);
  const observations: Record<Tier, Observation[]> = { lexical: [], instant: [], deep: [] };
  progress.start(`Asking ${corpus}`, questions.length);
  for (const { query, from, answers } of questions) {
    for (const tier of TIERS) {
      const { ranked, features } = await systemFor(tier, query).run(query.text);
      if (features === undefined || (tier !== 'lexical' && features.cosine === undefined)) continue;
      const [first] = ranked;
      observations[tier].push({
        corpus,
        from,
        features,
        answerable: answers.size > 0,
        right: first !== undefined && answers.has(first.id),
      });
    }
    progress.advance(1);
  }
  progress.stop();
  return observations;
}
