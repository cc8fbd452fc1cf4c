import type { Embedder } from '../../../src/check/meaning/embedder.ts';
import { type ModelSettings, modelSchema } from '../../../src/schemas/search-settings.ts';
import { cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { loadTeacher } from '../../../src/search/indexer/embed/teacher.ts';
import { type ProgressSink, terminalProgress } from '../../../src/terminal/progress.ts';

/**
 * The site's embedding model with its cache, for the rules that compare meanings. A text that was
 * embedded before, by a build or by an earlier check, is not embedded again.
 *
 * @throws ModelError when the model is absent or incomplete.
 */
export async function loadEmbedder(
  settings: ModelSettings = modelSchema.parse({}),
  progress: ProgressSink = terminalProgress(process.stderr),
): Promise<Embedder> {
  const teacher = await cachedTeacher(await loadTeacher(settings, { progress }));
  return {
    understands: (locale) =>
      settings.languages.some(
        (language) => language === '*' || language === locale || language === locale.split('-')[0],
      ),
    async embed(texts) {
      let done = 0;
      let started = false;
      const vectors = await teacher.embed(texts, {
        onProgress(now, total) {
          if (!started) progress.start('Comparing meanings', total);
          started = true;
          progress.advance(now - done);
          done = now;
        },
      });
      if (started) progress.stop();
      return vectors;
    },
  };
}
