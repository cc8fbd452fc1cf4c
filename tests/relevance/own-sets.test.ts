import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SystemReport } from '../../scripts/lib/relevance/report.ts';
import { runRelevance } from '../../scripts/lib/relevance/run-relevance.ts';
import { searchSettingsSchema } from '../../src/schemas/search-settings.ts';

const silent = { start() {}, advance() {}, stop() {} };
const folders = ['printer-en', 'garden-de', 'camera-ja'].map((name) =>
  fileURLToPath(new URL(`sets/${name}`, import.meta.url)),
);
const reports = await runRelevance(folders, {
  // German and Japanese are measured by words: their model would be a download for these two sets alone.
  settings: searchSettingsSchema.parse({ models: [{ languages: ['*'], source: 'none' }] }),
  progress: silent,
  print: () => {},
});

function report(set: string, system: string): SystemReport {
  return reports.find((one) => one.set === set && one.system === system)!;
}

describe('the search on sets of our own', () => {
  it.each([
    ['printer-en', 'lexical', 0.75],
    ['printer-en', 'instant', 0.89],
    ['printer-en', 'deep', 0.94],
    ['garden-de', 'lexical', 0.97],
    ['camera-ja', 'lexical', 0.99],
  ])('%s, %s: nDCG@10 of at least %d', (set, system, least) => {
    expect(report(set, system).figures.ndcg10).toBeGreaterThanOrEqual(least);
  });

  it('knows questions without an answer from those with one', () => {
    expect(report('printer-en', 'instant').auroc).toBeGreaterThanOrEqual(0.86);
    expect(report('printer-en', 'deep').auroc).toBeGreaterThanOrEqual(0.93);
  });

  it('is better than Orama as shipped and than MiniSearch, by words alone', () => {
    for (const { set, system, figures } of reports.filter(
      ({ system }) => system === 'orama' || system === 'minisearch',
    )) {
      expect(report(set, 'lexical').figures.ndcg10, `${set}, ${system}`).toBeGreaterThan(figures.ndcg10);
    }
  });
});
