import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../scripts/lib/import/run-import.ts';
import { convertHere } from './convert-here.ts';

/** A made site of `tests/fixtures/import` that was imported. */
interface ImportedSite {
  report: ImportReport;
  /** The files below `articles/` by path. */
  articles: Record<string, string>;
  /** The same, as the fixture's folder of expected files has them. */
  expected: Record<string, string>;
  /** What was noted about the page in a file, but for what concerns its owner alone. */
  notes(origin: string): string[];
  skipped: string[];
}

/** Imports a made site, and reads what should come out: `tests/fixtures/import/expected/<name>`. */
export async function importSite(name: string): Promise<ImportedSite> {
  const out = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    const report = await runImport({ from: `tests/fixtures/import/${name}`, out, convert: convertHere });
    return {
      report,
      articles: await filesIn(join(out, 'articles')),
      expected: await filesIn(`tests/fixtures/import/expected/${name}`),
      notes: (origin) =>
        report.changes
          .filter((change) => change.origin === origin)
          .flatMap((change) => change.notes.flatMap(({ level, detail }) => (level === 'info' ? [] : detail))),
      skipped: report.skipped.map(({ origin, detail }) => `${origin}: ${detail}`),
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}
