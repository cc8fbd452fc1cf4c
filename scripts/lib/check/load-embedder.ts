import type { Embedder } from '../../../src/check/meaning/embedder.ts';
import { searchSettingsSchema } from '../../../src/schemas/search-settings.ts';
import type { Site } from '../../../src/schemas/site.ts';
import { type CachedTeacher, cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { meanOf, withoutCommon } from '../../../src/search/indexer/embed/centre.ts';
import { loadTeacher } from '../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../src/search/indexer/embed/teachers.ts';
import { type ProgressSink, terminalProgress } from '../../../src/terminal/progress.ts';

/**
 * The site's embedding models with their caches, for the rules that compare meanings. A text that was
 * embedded before, by a build or by an earlier check, is not embedded again.
 *
 * @throws ModelError when a model is absent or incomplete.
 */
export async function loadEmbedder(
  { search = searchSettingsSchema.parse({}), locales }: Pick<Site, 'locales'> & Partial<Pick<Site, 'search'>>,
  progress: ProgressSink = terminalProgress(process.stderr),
): Promise<Embedder> {
  const teacherOf = teachersOf(search, async (model) => cachedTeacher(await loadTeacher(model, { progress })));
  const teachers = new Map<string, CachedTeacher>();
  for (const { code } of locales) {
    const teacher = await teacherOf(code);
    if (teacher) teachers.set(code, teacher);
  }
  return {
    understands: (locale) => teachers.has(locale),
    async embed(texts, locale) {
      const teacher = teachers.get(locale);
      if (!teacher) throw new Error(`No model serves ${locale}, whose texts were to be compared.`);
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
      if (!teacher.centred) return vectors;
      const common = meanOf(vectors);
      return vectors.map((vector) => withoutCommon(vector, common));
    },
  };
}
