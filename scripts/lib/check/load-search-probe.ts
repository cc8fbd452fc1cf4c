import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { cachedOnDisk } from '../../../src/cache/disk-cache.ts';
import { hashFiles } from '../../../src/cache/hash-files.ts';
import type { SearchProbe } from '../../../src/check/finding/search-probe.ts';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { searchSettingsSchema } from '../../../src/schemas/search-settings.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { type SearchOptions, search } from '../../../src/search/core/search.ts';
import { maskLongNumbers } from '../../../src/search/core/semantic/long-numbers.ts';
import type { Hit, Outcome } from '../../../src/search/core/types.ts';
import { cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { loadTeacher } from '../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../src/search/indexer/embed/teachers.ts';
import { buildSearch } from '../../../src/search/indexer/process/build-index.ts';
import { type ProgressSink, terminalProgress } from '../../../src/terminal/progress.ts';

type First = Awaited<ReturnType<SearchProbe['first']>>[number];

/** One of so many may come first by its heading. */
const LEADING = 3;
/** What decides an answer besides the index, which is named by its content. */
const SEARCH_SOURCES = ['../../../src/search', '../../../package-lock.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const MOST_KEPT = { files: 20, bytes: 20e6 };

/**
 * Builds the site's search in memory and asks it as a visitor's browser does: the instant tier, which
 * is always there, and the transformer where a locale's index has nothing but words before it.
 */
export async function loadSearchProbe(
  center: HelpCenter,
  progress: ProgressSink = terminalProgress(process.stderr),
): Promise<SearchProbe> {
  const settings = center.site?.search ?? searchSettingsSchema.parse({});
  const { files, indexes } = await buildSearch(center, publishedArticles(center), progress);
  const fetchFile = (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    return file ? Promise.resolve(file) : Promise.reject(new Error(`The index has no file ${name}.`));
  };
  const opened = new Map<string, Promise<SearchIndex>>();
  const index = (locale: string): Promise<SearchIndex> => {
    const name = indexes[locale]!.manifest;
    const known = opened.get(locale) ?? openIndex({ manifest: readManifest(files.get(name)!, name), fetchFile });
    opened.set(locale, known);
    return known;
  };
  const teacherOf = teachersOf(settings, async (model) => cachedTeacher(await loadTeacher(model, { progress })));
  const ask = async (locale: string, question: string, options: SearchOptions): Promise<Outcome> => {
    const instant = await search(await index(locale), question, options);
    const teacher = instant.tier === 'lexical' ? await teacherOf(locale) : undefined;
    if (!teacher) return instant;
    const [queryVector] = await teacher.embed([maskLongNumbers(question)], { kind: 'query' });
    return search(await index(locale), question, { ...options, tier: 'deep', queryVector });
  };
  return {
    has: (locale) => locale in indexes,
    async ask(locale, question, how) {
      const { hits, verdict } = await ask(locale, question, how === 'unpinned' ? {} : { now: Date.now() });
      return {
        confident: verdict === 'confident',
        found: hits.map((hit) => ({ id: hit.article, title: hit.title, words: markedWords(hit) })),
      };
    },
    async first(locale, questions) {
      const find = async (): Promise<First[]> => {
        const found: First[] = [];
        for (const question of questions) {
          const [hit] = (await ask(locale, question, { now: Date.now(), limit: LEADING })).hits;
          found.push(hit && { id: hit.article, title: hit.title });
        }
        return found;
      };
      const { manifest } = await index(locale);
      // Pinned answers come and go with the time.
      if (manifest.pins || questions.length === 0) return find();
      const model = manifest.model ?? settings;
      const key = [await hashFiles(SEARCH_SOURCES), indexes[locale]!.manifest, model, questions];
      return cachedOnDisk(key, find, join(cacheFolder(), 'first-answers'), MOST_KEPT);
    },
  };
}

function markedWords({ passage }: Hit): string[] {
  const words = passage.marks.map(([start, end]) => passage.text.slice(start, end).toLowerCase());
  return [...new Set(words)].slice(0, 6);
}
