import type { ModelSettings } from '../../../src/schemas/search-settings.ts';
import { readText } from '../../../src/search/core/query/parse-query.ts';
import { maskLongNumbers } from '../../../src/search/core/semantic/long-numbers.ts';
import { languageOf } from '../../../src/search/core/text/language.ts';
import { buildForeignIndex } from '../../../src/search/indexer/distil/foreign-index.ts';
import { buildSemanticIndex } from '../../../src/search/indexer/distil/semantic-index.ts';
import { embedWithProgress } from '../../../src/search/indexer/embed/section-vectors.ts';
import type { Teacher } from '../../../src/search/indexer/embed/teacher.ts';
import { indexSections } from '../../../src/search/indexer/index-document.ts';
import { type IndexInput, writeIndex } from '../../../src/search/indexer/write/write-index.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { miniSearch, oramaAsShipped } from './baselines.ts';
import { indexDocument } from './documents.ts';
import type { RelevanceSet, SetQuery } from './read-set.ts';
import { openBuilt, tierSystem } from './signpost-systems.ts';
import type { System, SystemName } from './system.ts';

/** What embeds the texts of a language. */
interface Teachers {
  settings: ModelSettings;
  /** The model that the build embeds articles with. */
  passages: Teacher;
  /** The copy that browsers embed queries with. */
  queries: Teacher;
}

/** Opens the teachers; undefined where words alone are measured. */
export interface RelevanceTeachers {
  /** Of the questions and the documents of a locale. */
  of(locale: string): Promise<Teachers | undefined>;
  /** Of questions in one language to documents in another, whose locale is `page`. */
  foreign(language: string, page: string): Promise<Teachers | undefined>;
}

export interface PreparedSystems {
  /** The system over the documents of the query's language. */
  systemFor(name: SystemName, query: SetQuery): System;
}

/**
 * Indexes the documents of a set, each language as a locale of its own, for all systems asked for. Queries in a language
 * that no document has are foreign questions to the first locale, as those in a site's other languages are to its
 * default locale.
 * @param sizes Other sizes of the indexes' files than a site has.
 */
export async function prepareSystems(
  set: RelevanceSet,
  names: readonly SystemName[],
  teachers: RelevanceTeachers,
  progress: ProgressSink,
  sizes?: IndexInput['sizes'],
): Promise<PreparedSystems> {
  const locales = [...new Set(set.documents.map(localeOf))];
  const systems = new Map<string, System>();
  for (const locale of locales) {
    const documents = set.documents.filter((document) => localeOf(document) === locale);
    const indexed = documents.map((document) => indexDocument(document, locale));
    const sections = indexSections(indexed);
    const asked = Map.groupBy(
      set.queries.filter((query) => localeOfQuery(query, locales) === locale),
      (query) => languageOf(query.lang ?? locale),
    );
    const languages = [...asked.keys()].filter((language) => language !== languageOf(locale));
    const own = asked.has(languageOf(locale)) ? await teachers.of(locale) : undefined;
    const foreign = languages[0] === undefined ? undefined : await teachers.foreign(languages[0], locale);
    const built = await writeIndex({
      locale,
      documents: indexed,
      synonyms: [],
      sizes,
      semantic:
        own &&
        (await buildSemanticIndex({ locale, sections, teacher: own.passages, settings: own.settings, progress })),
      foreign:
        foreign &&
        (await buildForeignIndex({
          locale,
          sections,
          languages: Object.fromEntries(languages.map((language) => [language, []])),
          teacher: foreign.passages,
          settings: foreign.settings,
          progress,
        })),
    });
    const index = await openBuilt(built);
    for (const [language, queries] of asked) {
      const isForeign = languages.includes(language);
      const embedding = isForeign ? await teachers.foreign(language, locale) : own;
      const vectors =
        names.includes('deep') && embedding
          ? await embedQueries(embedding.queries, queries, progress)
          : new Map<string, Float32Array>();
      for (const name of names)
        systems.set(`${locale} ${language} ${name}`, await systemOf(name, vectors, isForeign ? language : undefined));
    }

    async function systemOf(name: SystemName, vectors: Map<string, Float32Array>, askedIn?: string): Promise<System> {
      if (name === 'orama') return oramaAsShipped(documents);
      if (name === 'minisearch') return miniSearch(documents);
      return tierSystem(index, name, { vectors, askedIn });
    }
  }
  return {
    systemFor: (name, query) => {
      const locale = localeOfQuery(query, locales);
      return systems.get(`${locale} ${languageOf(query.lang ?? locale)} ${name}`)!;
    },
  };
}

function localeOf({ lang = 'en' }: { lang?: string | undefined }): string {
  return lang.toLowerCase();
}

/** A query without a language, or in one that no document has, goes to the first locale. */
function localeOfQuery(query: SetQuery, locales: readonly string[]): string {
  return query.lang !== undefined && locales.includes(localeOf(query)) ? localeOf(query) : locales[0]!;
}

async function embedQueries(
  teacher: Teacher,
  queries: readonly SetQuery[],
  progress: ProgressSink,
): Promise<Map<string, Float32Array>> {
  const texts = [...new Set(queries.map(({ text }) => text))];
  const vectors = await embedWithProgress(
    texts.map((text) => maskLongNumbers(readText(text))),
    teacher,
    progress,
    {
      kind: 'query',
      title: 'Embedding queries',
    },
  );
  return new Map(texts.map((text, place) => [text, vectors[place]!]));
}
