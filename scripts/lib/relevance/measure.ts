import type { Verdict } from '../../../src/search/core/types.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { auroc, figuresOf } from './metrics.ts';
import type { RelevanceSet, SetQuery } from './read-set.ts';
import type { SystemReport } from './report.ts';
import type { RunResult, System, SystemName } from './system.ts';

export interface Run extends RunResult {
  query: SetQuery;
}

/** Runs the queries through the system of each one's locale. */
export async function runQueries(
  queries: readonly SetQuery[],
  systemFor: (query: SetQuery) => System,
  progress: ProgressSink,
  title: string,
): Promise<{ runs: Run[]; milliseconds: number }> {
  const runs: Run[] = [];
  progress.start(title, queries.length);
  const began = performance.now();
  for (const query of queries) {
    runs.push({ query, ...(await systemFor(query).run(query.text)) });
    progress.advance(1);
  }
  const milliseconds = (performance.now() - began) / Math.max(queries.length, 1);
  progress.stop();
  return { runs, milliseconds };
}

/** The figures of a system from its runs. */
export function reportOf(
  { name, answers }: RelevanceSet,
  system: SystemName,
  runs: readonly Run[],
  milliseconds: number,
): SystemReport {
  const answerable = runs.filter(({ query }) => answers.has(query.id));
  const unanswerable = runs.filter(({ query }) => !answers.has(query.id));
  const figures = figuresOf(
    answerable.map(({ query, ranked }) => ({ ranked: ranked.map(({ id }) => id), answers: answers.get(query.id)! })),
  );
  const report: SystemReport = { set: name, system, figures, milliseconds };
  const confidences = (some: readonly Run[]): number[] =>
    some.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  const area = auroc(confidences(answerable), confidences(unanswerable));
  if (area !== undefined) report.auroc = area;
  if (runs.some(({ verdict }) => verdict !== undefined)) {
    report.verdicts = {
      answerable: shares(answerable),
      ...(unanswerable.length > 0 ? { unanswerable: shares(unanswerable) } : {}),
    };
  }
  return report;
}

function shares(runs: readonly Run[]): Record<Verdict, number> {
  const share = (verdict: Verdict): number =>
    runs.filter((run) => run.verdict === verdict).length / Math.max(runs.length, 1);
  return { confident: share('confident'), related: share('related'), none: share('none') };
}
