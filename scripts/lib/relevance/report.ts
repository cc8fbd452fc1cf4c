import type { Verdict } from '../../../src/search/core/types.ts';
import type { Figures } from './metrics.ts';
import type { SystemName } from './system.ts';

/** Figures of one system on one set. */
export interface SystemReport {
  set: string;
  system: SystemName;
  figures: Figures;
  /** Area under the ROC curve of the confidence; undefined without unanswerable queries or without a confidence. */
  auroc?: number;
  /** Share of each verdict among the queries that have an answer, and among those that have none. */
  verdicts?: { answerable: Record<Verdict, number>; unanswerable?: Record<Verdict, number> };
  /** Milliseconds a query took on the average, in Node. */
  milliseconds: number;
}

const HEADINGS = [
  'system',
  'success@1',
  'recall@5',
  'recall@10',
  'MRR@10',
  'nDCG@10',
  'AUROC',
  'confident/related/none',
  'where no answer',
  'ms',
];

/** A table of the systems of one set, in per cent. */
export function tableOf(reports: readonly SystemReport[]): string {
  const rows = reports.map(({ system, figures, auroc, verdicts, milliseconds }) => [
    system,
    ...[figures.success1, figures.recall5, figures.recall10, figures.mrr10, figures.ndcg10].map(percent),
    auroc === undefined ? '–' : auroc.toFixed(3),
    verdicts ? shares(verdicts.answerable) : '–',
    verdicts?.unanswerable ? shares(verdicts.unanswerable) : '–',
    milliseconds.toFixed(1),
  ]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return [line(HEADINGS), ...rows.map(line)].join('\n');
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}

function shares({ confident, related, none }: Record<Verdict, number>): string {
  return [confident, related, none].map((share) => (100 * share).toFixed(0)).join('/');
}
