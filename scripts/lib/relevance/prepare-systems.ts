import type { ModelSettings } from '../../../src/schemas/search-settings.ts';
import { maskLongNumbers } from '../../../src/search/core/semantic/long-numbers.ts';
import { buildSemanticIndex } from '../../../src/search/indexer/distil/semantic-index.ts';
import { embedWithProgress } from '../../../src/search/indexer/embed/section-vectors.ts';
import type { Teacher } from '../../../src/search/indexer/embed/teacher.ts';
import { indexSections } from '../../../src/search/indexer/index-document.ts';
import { writeIndex } from '../../../src/search/indexer/write/write-index.ts';
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

/** Opens the teachers of a locale; undefined where words alone are measured. */
export type TeachersOf = (locale: string) => Promise<Teachers | undefined>;

export interface PreparedSystems {
  /** The system over the documents of the query's language. */
  systemFor(name: SystemName, query: SetQuery): System;
}

/** Indexes the documents of a set, each language as a locale of its own, for all systems asked for. */
export async function prepareSystems(
  set: RelevanceSet,
  names: readonly SystemName[],
  teachersOf: TeachersOf,
  progress: ProgressSink,
): Promise<PreparedSystems> {
  const locales = [...new Set(set.documents.map(localeOf))];
  const systems = new Map<string, System>();
  for (const locale of locales) {
    const documents = set.documents.filter((document) => localeOf(document) === locale);
    const queries = set.queries.filter((query) => localeOfQuery(query, locales) === locale);
    const own = await teachersOf(locale);
    const indexed = documents.map((document) => indexDocument(document, locale));
    const semantic =
      own &&
      (await buildSemanticIndex({
        locale,
        sections: indexSections(indexed),
        teacher: own.passages,
        settings: own.settings,
        progress,
      }));
    const built = await writeIndex({ locale, documents: indexed, synonyms: [], semantic });
    const index = await openBuilt(built);
    const vectors =
      names.includes('deep') && own
        ? await embedQueries(own.queries, queries, progress)
        : new Map<string, Float32Array>();
    for (const name of names) systems.set(`${locale} ${name}`, await systemOf(name));

    async function systemOf(name: SystemName): Promise<System> {
      if (name === 'orama') return oramaAsShipped(documents);
      if (name === 'minisearch') return miniSearch(documents);
      return tierSystem(index, name, vectors);
    }
  }
  return { systemFor: (name, query) => systems.get(`${localeOfQuery(query, locales)} ${name}`)! };
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
  const vectors = await embedWithProgress(texts.map(maskLongNumbers), teacher, progress, {
    kind: 'query',
    title: 'Embedding queries',
  });
  return new Map(texts.map((text, place) => [text, vectors[place]!]));
}
