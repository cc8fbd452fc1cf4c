import { writeFile } from 'node:fs/promises';
import { memoize } from '../../../src/cache/memoize.ts';
import { ALL_LANGUAGES, modelFor, type SearchSettings } from '../../../src/schemas/search-settings.ts';
import { languageOf } from '../../../src/search/core/text/language.ts';
import { loadBrowserTeacher } from '../../../src/search/indexer/embed/browser-teacher.ts';
import { cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { loadTeacher } from '../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../src/search/indexer/embed/teachers.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { type Joined, joinSets } from './join-sets.ts';
import { type Run, reportOf, runQueries } from './measure.ts';
import { type PreparedSystems, prepareSystems, type RelevanceTeachers } from './prepare-systems.ts';
import { type RelevanceSet, readSet } from './read-set.ts';
import { type SystemReport, tableOf } from './report.ts';
import { SYSTEMS, type SystemName } from './system.ts';

export interface RelevanceOptions {
  /** Files to write the figures and the single runs to. */
  json?: string;
  runs?: string;
  /** Only this system. */
  tier?: SystemName;
  /** Only so many queries of each set, the first ones. */
  limit?: number;
  /** Whether the sets' documents are one corpus. */
  join?: boolean;
  /** Kilobytes of one file with the vectors of all sections, see `IndexSizes`; those of a site unless given. */
  vectorFile?: number;
  settings: SearchSettings;
  progress: ProgressSink;
  print: (text: string) => void;
}

/**
 * Measures the search on retrieval sets, one after the other, and prints a table for each.
 * @throws Error for a folder that is no retrieval set.
 */
export async function runRelevance(folders: readonly string[], options: RelevanceOptions): Promise<SystemReport[]> {
  // All sets are read before the first is measured: a wrong name shows at once.
  const sets = await Promise.all(folders.map((folder) => readSet(folder)));
  const teachers = relevanceTeachers(options);
  const reports: SystemReport[] = [];
  const lines: string[] = [];
  const limited = sets.map((set) => ({ ...set, queries: set.queries.slice(0, options.limit) }));
  for (const joined of options.join ? [joinSets(limited)] : limited.map((set) => ({ corpus: set, sets: [set] })))
    reports.push(...(await measureJoined(joined, teachers, options, lines)));
  if (options.json) await writeFile(options.json, `${JSON.stringify(reports, null, 2)}\n`);
  if (options.runs) await writeFile(options.runs, lines.map((line) => `${line}\n`).join(''));
  return reports;
}

/** Measures each set among the documents of all, and prints a table for it. */
async function measureJoined(
  { corpus, sets }: Joined,
  teachers: RelevanceTeachers,
  options: RelevanceOptions,
  lines: string[],
): Promise<SystemReport[]> {
  const names = options.tier ? [options.tier] : SYSTEMS;
  const { vectorFile } = options;
  const sizes = vectorFile === undefined ? undefined : { vectorFile: 1000 * vectorFile };
  const prepared = await prepareSystems(corpus, names, teachers, options.progress, sizes);
  const reports: SystemReport[] = [];
  for (const set of sets) {
    const ofSet = await measureSet(set, names, prepared, options, lines);
    options.print(
      `\n${set.name}: ${corpus.documents.length} documents, ${set.queries.length} queries\n${tableOf(ofSet)}\n`,
    );
    reports.push(...ofSet);
  }
  return reports;
}

async function measureSet(
  set: RelevanceSet,
  names: readonly SystemName[],
  prepared: PreparedSystems,
  options: RelevanceOptions,
  lines: string[],
): Promise<SystemReport[]> {
  const reports: SystemReport[] = [];
  for (const name of names) {
    const { runs, milliseconds } = await runQueries(
      set.queries,
      (query) => prepared.systemFor(name, query),
      options.progress,
      `${set.name}, ${name}`,
    );
    reports.push(reportOf(set, name, runs, milliseconds));
    lines.push(...runs.map((run) => lineOf(name, run)));
  }
  return reports;
}

function lineOf(tier: SystemName, { query, verdict, ranked }: Run): string {
  return JSON.stringify({ query: query.id, tier, ...(verdict ? { verdict } : {}), ranked });
}

/** The models are opened only where a set and a tier need them. */
export function relevanceTeachers({
  settings,
  tier,
  progress,
}: Pick<RelevanceOptions, 'settings' | 'tier' | 'progress'>): RelevanceTeachers {
  const semantic = tier === undefined || tier === 'instant' || tier === 'deep';
  if (!semantic) return { of: async () => undefined, foreign: async () => undefined };
  const passagesOf = teachersOf(settings, async (model) => cachedTeacher(await loadTeacher(model, { progress })));
  /** @param language Whose copy of the model embeds the queries. */
  const teachers = async (locale: string, language: string) => {
    const passages = await passagesOf(locale);
    const model = modelFor(settings, locale);
    if (!passages || !model) return undefined;
    return {
      settings: model,
      passages,
      queries: await cachedTeacher(await loadBrowserTeacher(model, { progress, language })),
    };
  };
  const foreign = memoize((language: string) => teachers(ALL_LANGUAGES, language));
  return {
    // A locale's visitors have a copy of their language's own.
    of: memoize((locale: string) => teachers(locale, languageOf(locale))),
    // Those whose own copy is of another model ask by that of the page, which knows English words, too.
    foreign: (language, page) => {
      const shared = JSON.stringify(modelFor(settings, language)) === JSON.stringify(modelFor(settings, ALL_LANGUAGES));
      return foreign(shared ? language : languageOf(page));
    },
  };
}
