import { join } from 'node:path';
import type { Row } from './row.ts';
import { runCommand } from './run-command.ts';
import { writeZendeskExport } from './synthetic/zendesk-export.ts';

/** With their translations they come to 10,000 texts; a part is restricted and stays out. */
const ARTICLES = 4_500;

/** Imports a synthetic export of a help desk with 10,000 articles in three languages, and the same again. */
export async function measureImport(workspace: string): Promise<Row[]> {
  const source = join(workspace, 'export');
  await writeZendeskExport(source, { articles: ARTICLES });
  const first = await runImport(source, workspace);
  const second = await runImport(source, workspace);
  const { articles } = first.report.source;
  return [
    { group: 'import', name: 'articles, translations counted', value: articles, unit: '' },
    {
      group: 'import',
      name: `import of ${articles} articles`,
      value: first.seconds,
      unit: 's',
      target: { atMost: 120 },
    },
    { group: 'import', name: 'memory', value: first.megabytes, unit: 'MB', target: { atMost: 1000 } },
    { group: 'import', name: 'the same again', value: second.seconds, unit: 's' },
    {
      group: 'import',
      name: 'files the second run wrote',
      value: second.report.totals.create + second.report.totals.update,
      unit: '',
      target: { atMost: 0 },
    },
  ];
}

async function runImport(source: string, workspace: string) {
  const { stdout, stderr, seconds, megabytes } = await runCommand([
    'scripts/import.ts',
    source,
    '--out',
    join(workspace, 'imported'),
    '--url',
    'https://help.example.com',
    '--json',
  ]);
  if (!stdout.startsWith('{')) throw new Error(`The import of the made export failed:\n${stderr}`);
  return {
    seconds,
    megabytes,
    report: JSON.parse(stdout) as { source: { articles: number }; totals: { create: number; update: number } },
  };
}
