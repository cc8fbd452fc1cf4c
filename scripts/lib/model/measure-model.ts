import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import type { ModelSettings } from '../../../src/schemas/search-settings.ts';
import { dot } from '../../../src/search/core/embedding/vectors.ts';
import { maskLongNumbers } from '../../../src/search/core/semantic/long-numbers.ts';
import { loadBrowserTeacher } from '../../../src/search/indexer/embed/browser-teacher.ts';
import { cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { embedWithProgress } from '../../../src/search/indexer/embed/section-vectors.ts';
import { loadTeacher, type Teacher } from '../../../src/search/indexer/embed/teacher.ts';
import { browserEncoder } from '../../../src/search/indexer/model/browser-encoder.ts';
import type { CoarseSteps } from '../../../src/search/indexer/model/quantization.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import type { RelevanceSet } from '../relevance/read-set.ts';
import { denseNdcg, denseSections } from './dense-ranking.ts';

/** One form of the model, as it embeds queries. */
export interface ModelRow {
  form: string;
  /** Bytes that a visitor downloads for network and tokenizer; undefined for forms that stay on the build machine. */
  bytes?: number;
  /** Cosine of the queries' vectors to those in 32 bits. */
  cosine: { mean: number; least: number };
  /** nDCG@10 by set, from 0 to 1, against sections embedded by the build's model. */
  ndcg10: Record<string, number>;
}

export interface MeasureOptions {
  settings: ModelSettings;
  /** The locale for whose browsers the copy is made. */
  language: string;
  /** Steps of the browser's copy to measure beside the chosen ones. */
  steps: CoarseSteps[];
  progress: ProgressSink;
}

/** Compares the forms of the model on retrieval sets, by cosine alone: what fusing with words would hide shows. */
export async function measureModel(
  sets: readonly RelevanceSet[],
  { settings, language, steps, progress }: MeasureOptions,
): Promise<ModelRow[]> {
  const build = await cachedTeacher(await loadTeacher(settings, { progress }));
  const sections = await Promise.all(sets.map((set) => denseSections(set, build, progress)));
  const exact = await cachedTeacher(await loadTeacher(settings, { precision: 'fp32', progress }));
  const references = await Promise.all(sets.map((set) => embedQueries(set, exact, progress)));

  const rowOf = async (form: string, teacher: Teacher, bytes?: number): Promise<ModelRow> => {
    const cosines: number[] = [];
    const ndcg10: Record<string, number> = {};
    for (const [place, set] of sets.entries()) {
      const queries = await embedQueries(set, teacher, progress);
      for (const [id, vector] of queries) cosines.push(dot(vector, references[place]!.get(id)!));
      ndcg10[set.name] = denseNdcg(set, sections[place]!, queries);
    }
    const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
    return { form, bytes, cosine: { mean, least: Math.min(...cosines) }, ndcg10 };
  };

  const rows = [await rowOf('32 bits', exact), await rowOf('build, 8 bits', build)];
  for (const some of [undefined, ...steps]) {
    const options = { cache: cacheFolder(), progress, language, steps: some };
    const { encoder, tokenizer } = await browserEncoder(settings, options);
    const form = some ? `browser, steps ${some.matrix} and ${some.table}` : 'browser, as shipped';
    rows.push(
      await rowOf(
        form,
        await cachedTeacher(await loadBrowserTeacher(settings, options)),
        encoder.length + tokenizer.length,
      ),
    );
  }
  return rows;
}

async function embedQueries(
  set: RelevanceSet,
  teacher: Teacher,
  progress: ProgressSink,
): Promise<Map<string, Float32Array>> {
  const queries = set.queries.filter(({ id }) => set.answers.has(id));
  const vectors = await embedWithProgress(
    queries.map(({ text }) => maskLongNumbers(text)),
    teacher,
    progress,
    { kind: 'query', title: `Embedding the queries of ${set.name}` },
  );
  return new Map(queries.map(({ id }, place) => [id, vectors[place]!]));
}
