import { writeFile } from 'node:fs/promises';
import { memoize } from '../../../src/cache/memoize.ts';
import { modelFor, type SearchSettings } from '../../../src/schemas/search-settings.ts';
import { loadBrowserTeacher } from '../../../src/search/indexer/embed/browser-teacher.ts';
import { cachedTeacher } from '../../../src/search/indexer/embed/cached-teacher.ts';
import { loadTeacher } from '../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../src/search/indexer/embed/teachers.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { type Run, reportOf, runQueries } from './measure.ts';
import { prepareSystems, type TeachersOf } from './prepare-systems.ts';
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
  for (const whole of sets) {
    const set = { ...whole, queries: whole.queries.slice(0, options.limit) };
    const ofSet = await measureSet(set, teachers, options, lines);
    options.print(
      `\n${set.name}: ${set.documents.length} documents, ${set.queries.length} queries\n${tableOf(ofSet)}\n`,
    );
    reports.push(...ofSet);
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify(reports, null, 2)}\n`);
  if (options.runs) await writeFile(options.runs, lines.map((line) => `${line}\n`).join(''));
  return reports;
}

async function measureSet(
  set: RelevanceSet,
  teachers: TeachersOf,
  options: RelevanceOptions,
  lines: string[],
): Promise<SystemReport[]> {
  const names = options.tier ? [options.tier] : SYSTEMS;
  const prepared = await prepareSystems(set, names, teachers, options.progress);
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
}: Pick<RelevanceOptions, 'settings' | 'tier' | 'progress'>): TeachersOf {
  const semantic = tier === undefined || tier === 'instant' || tier === 'deep';
  if (!semantic) return async () => undefined;
  const passagesOf = teachersOf(settings, async (model) => cachedTeacher(await loadTeacher(model, { progress })));
  // A locale's visitors have a copy of their language's own.
  return memoize(async (locale: string) => {
    const passages = await passagesOf(locale);
    const model = modelFor(settings, locale);
    if (!passages || !model) return undefined;
    const language = locale.split('-')[0]!;
    return {
      settings: model,
      passages,
      queries: await cachedTeacher(await loadBrowserTeacher(model, { progress, language })),
    };
  });
}
